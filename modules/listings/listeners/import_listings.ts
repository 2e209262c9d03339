import { CarryOutBulkWork, type BulkSteps } from '#app/bulk_works'
import type { LongListener, LongRun } from '#kernel/events/listener'
import { ApplicationSteps } from '../feeds/application_steps.ts'
import { SyncSteps } from '../feeds/sync_steps.ts'
import { TrialSteps } from '../feeds/trial_steps.ts'
import { PhotoSteps } from '../imports/fetch_photos.ts'
import { ImportSteps, RehearsalSteps } from '../imports/import_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'

export const importListeners = [
  carrier('listings.import_rehearsal', 'rehearse_import', (run) => new RehearsalSteps(run)),
  carrier('listings.import', 'import_listings', (run) => new ImportSteps(run)),
  carrier('listings.photos', 'fetch_photos', (run) => new PhotoSteps(run)),
  carrier('listings.import_undo', 'undo_import', () => new UndoSteps()),
  carrier('listings.feed_trial', 'try_feed', (run) => new TrialSteps(run)),
  carrier('listings.feed_sync', 'sync_feed', (run) => new SyncSteps(run)),
  carrier('listings.feed_application', 'apply_feed', () => new ApplicationSteps()),
]

/** Carries works of this kind out. */
function carrier(kind: string, name: string, stepsFor: (run: LongRun) => BulkSteps): LongListener {
  return {
    kind: 'job',
    event: `${kind}_requested`,
    name: `listings.${name}`,
    handle: ({ payload }, run) =>
      new CarryOutBulkWork(run, stepsFor(run)).handle(payload.workId as string),
  }
}
