import { carriesOut } from '#app/bulk_works'
import { ImportSteps, RehearsalSteps } from '../imports/import_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'

export const importListeners = [
  carriesOut('leads.import_rehearsal', 'leads.rehearse_import', (run) => new RehearsalSteps(run)),
  carriesOut('leads.import', 'leads.import_leads', (run) => new ImportSteps(run)),
  carriesOut('leads.import_undo', 'leads.undo_import', () => new UndoSteps()),
]
