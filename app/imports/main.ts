/** Front door of imports: lists of records on their way into an agency, whatever the records are. */
export { BeginListImport } from './actions/begin_import.ts'
export { forgetLists } from './actions/forget_lists.ts'
export { RehearseImport } from './actions/rehearse_import.ts'
export { RereadImport } from './actions/reread_import.ts'
export { type DraftChanges, SaveImportDraft } from './actions/save_import_draft.ts'
export { StartListImport } from './actions/start_import.ts'
export { UNDO_DAYS, UndoListImport, isTooLate } from './actions/undo_import.ts'
export { choicesFrom, inOrder } from './column_choices.ts'
export { type DraftFacts, draftFacts } from './draft_facts.ts'
export type { ImportDesk } from './import_desk.ts'
export { latestUndoing } from './import_works.ts'
export { drawImportRoutes } from './import_routes.ts'
export type { ListKind, Mapping } from './list_kind.ts'
export { defineNewFields, fieldsToBe, withFieldsToBe } from './new_fields.ts'
export type { ListReading, RowReader as ListRowReader } from './lists/list_pages.ts'
export { plainJson } from './lists/plain_json.ts'
export { presentReading } from './presenters/present_reading.ts'
export { saidProblem } from './presenters/said_problem.ts'
export { almostSame } from './reading/almost_same.ts'
export { cleanCell, joinedValues, saysNothing } from './reading/clean_cell.ts'
export { customValue } from './reading/custom_from_list.ts'
export {
  LONGEST_RECORD,
  type FileChoices,
  type ListFile,
  type ListManner,
  type ListRow,
  type OpenedFile,
  type TextFile,
} from './reading/list_file.ts'
export { openList } from './reading/open_list.ts'
export { readDay, readInstant } from './reading/read_dates.ts'
export { spelled } from './reading/spelled.ts'
export { UnreadableFile } from './reading/unreadable_file.ts'
export type { RowProblem } from './row_problem.ts'
export { same } from './same.ts'
export { ListImportSteps } from './steps/import_steps.ts'
export type { Difference, Outcome } from './steps/outcome.ts'
export { ListUndoSteps } from './steps/undo_steps.ts'
export { ListRehearsalSteps, note as noteOutcome } from './steps/rehearsal_steps.ts'
export { SEPARATORS, importReadingValidator } from './validators/reading.ts'
