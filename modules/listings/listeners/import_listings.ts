import { carriesOut } from '#app/bulk_works'
import { ApplicationSteps } from '../feeds/application_steps.ts'
import { SyncSteps } from '../feeds/sync_steps.ts'
import { TrialSteps } from '../feeds/trial_steps.ts'
import { FeedUndoSteps } from '../feeds/undo_steps.ts'
import { PhotoSteps } from '../imports/fetch_photos.ts'
import { ImportSteps, RehearsalSteps } from '../imports/import_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'

export const importListeners = [
  carriesOut(
    'listings.import_rehearsal',
    'listings.rehearse_import',
    (run) => new RehearsalSteps(run)
  ),
  carriesOut('listings.import', 'listings.import_listings', (run) => new ImportSteps(run)),
  carriesOut('listings.photos', 'listings.fetch_photos', (run) => new PhotoSteps(run)),
  carriesOut('listings.import_undo', 'listings.undo_import', () => new UndoSteps()),
  carriesOut('listings.feed_trial', 'listings.try_feed', (run) => new TrialSteps(run)),
  carriesOut('listings.feed_sync', 'listings.sync_feed', (run) => new SyncSteps(run)),
  carriesOut('listings.feed_sync_undo', 'listings.undo_sync', () => new FeedUndoSteps()),
  carriesOut(
    'listings.feed_application_undo',
    'listings.undo_feed_application',
    () => new FeedUndoSteps()
  ),
  carriesOut('listings.feed_application', 'listings.apply_feed', () => new ApplicationSteps()),
]
