import { CarryOutBulkWork, type BulkSteps } from '#app/bulk_works'
import type { LongListener, LongRun } from '#kernel/events/listener'
import { ImportSteps, RehearsalSteps } from '../imports/import_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'

export const importListeners = [
  carrier('leads.import_rehearsal', 'rehearse_import', (run) => new RehearsalSteps(run)),
  carrier('leads.import', 'import_leads', (run) => new ImportSteps(run)),
  carrier('leads.import_undo', 'undo_import', () => new UndoSteps()),
]

/** Carries works of this kind out. */
function carrier(kind: string, name: string, stepsFor: (run: LongRun) => BulkSteps): LongListener {
  return {
    kind: 'job',
    event: `${kind}_requested`,
    name: `leads.${name}`,
    handle: ({ payload }, run) =>
      new CarryOutBulkWork(run, stepsFor(run)).handle(payload.workId as string),
  }
}
