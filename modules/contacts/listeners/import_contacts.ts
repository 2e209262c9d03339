import { carriesOut } from '#app/bulk_works'
import { ImportSteps } from '../imports/import_steps.ts'
import { RehearsalSteps } from '../imports/rehearsal_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'

export const importListeners = [
  carriesOut(
    'contacts.import_rehearsal',
    'contacts.rehearse_import',
    (run) => new RehearsalSteps(run)
  ),
  carriesOut('contacts.import', 'contacts.import_contacts', (run) => new ImportSteps(run)),
  carriesOut('contacts.import_undo', 'contacts.undo_import', () => new UndoSteps()),
]
