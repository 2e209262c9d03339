import { bringsLists } from '#tests/support/brings_lists'
import desk from '../imports/import_desk.ts'
import { ImportSteps, RehearsalSteps } from '../imports/import_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'
import Lead from '../models/lead.ts'
import { LeadsWorkspace } from './workspace.ts'

const ListWorkspace = bringsLists(LeadsWorkspace, {
  desk,
  fileName: 'fair.csv',
  rehearse: (run) => new RehearsalSteps(run),
  import: (run) => new ImportSteps(run),
  undo: () => new UndoSteps(),
})

/** An agency to which people bring lists of leads. */
export class LeadImportWorkspace extends ListWorkspace {
  /** All leads that are not deleted, by name. */
  leads(): Promise<Lead[]> {
    return this.inUnit(async () => Lead.query().orderBy('name').orderBy('id'))
  }
}
