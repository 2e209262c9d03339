/** Front door of records: the timeline, tasks, tags and custom fields that any record can have. */
import './permissions.ts'
import './today_tasks.ts'

export { toastOf } from './answers.ts'
export { CorrectEntry } from './actions/correct_entry.ts'
export { WriteEntry } from './actions/write_entry.ts'
export { attachmentsView } from './attachments_view.ts'
export { defineField } from './actions/define_field.ts'
export { completeNextAction, postponeNextAction } from './actions/next_actions.ts'
export { forgetRecords } from './actions/forget_records.ts'
export { noteChange, noteChanges } from './actions/note_change.ts'
export { moveRecords, moveRecordsBack } from './actions/move_records.ts'
export { retagRecord, tagRecords, tidyTags, untagRecords } from './actions/tag_records.ts'
export { type CustomColumn, customColumns } from './custom_columns.ts'
export { saidChanges } from './changes_text.ts'
export {
  customCell,
  type CustomValues,
  customFacts,
  mergeCustom,
  saidValue,
  typedValue,
} from './custom_values.ts'
export { dayAndTime, saidInteractions, saidNotes, saidSteps } from './exported_words.ts'
export { inMarket } from './in_market.ts'
export { type InteractionKind, type Outcome, interactionKinds, outcomes } from './kinds.ts'
export { drawRecordApi } from './api_routes.ts'
export { describeRecordApi } from './api_description.ts'
export { default as CustomField } from './models/custom_field.ts'
export { default as Task } from './models/task.ts'
export { default as TimelineEntry, type FieldChange } from './models/timeline_entry.ts'
export { type Moment, dayMoment, momentOf } from './moments.ts'
export { customFieldsOf } from './queries/custom_fields_of.ts'
export { type ExportedStory, exportedStory } from './queries/exported_story.ts'
export { knownTags } from './queries/known_tags.ts'
export { recordTitles } from './queries/record_titles.ts'
export { type RecordSubject, type SubjectRecord, subjectsOf } from './subject.ts'
export { drawRecordRoutes } from './subject_routes.ts'
export { recordTasks } from './task_view.ts'
export { tagsView } from './tags_view.ts'
export { timelineView } from './timeline_view.ts'
export { instant } from './validators/api_entry.ts'
export { customRules } from './validators/custom_values.ts'
export { figure, line, prose, searchWords } from './validators/words.ts'
export * as recordRoutes from './routes.ts'
