import type { Router } from '@adonisjs/core/http'

const FeedsController = () => import('./controllers/feeds_controller.ts')
const TrialsController = () => import('./controllers/feed_trials_controller.ts')
const RunsController = () => import('./controllers/feed_runs_controller.ts')
const ChangesController = () => import('./controllers/feed_changes_controller.ts')
const ApplicationsController = () => import('./controllers/feed_applications_controller.ts')
const AgentsController = () => import('./controllers/feed_agents_controller.ts')
const UndoingsController = () => import('./controllers/feed_undoings_controller.ts')
const SkippingsController = () => import('./controllers/feed_skippings_controller.ts')

/** Servers that bring listings into the agency. */
export function drawFeeds(router: Router) {
  router
    .group(() => {
      router.resource('listing-feeds', FeedsController).as('feeds')
      router
        .group(() => drawPartsOfFeed(router))
        .prefix('listing-feeds/:feed_id')
        .as('feeds')
    })
    .prefix('settings')
    .as('listings')
}

function drawPartsOfFeed(router: Router) {
  router.post('trial', [TrialsController, 'store']).as('trial.store')
  router.post('run', [RunsController, 'store']).as('run.store')
  router.delete('run', [RunsController, 'destroy']).as('run.destroy')
  router.get('runs/:id', [RunsController, 'show']).as('runs.show')
  router.post('runs/:run_id/undoing', [UndoingsController, 'store']).as('runs.undoing.store')
  router.get('agents', [AgentsController, 'show']).as('agents.show')
  router.put('agents', [AgentsController, 'update']).as('agents.update')
  router.get('changes', [ChangesController, 'index']).as('changes.index')
  router.post('application', [ApplicationsController, 'store']).as('application.store')
  router.post('skipping', [SkippingsController, 'store']).as('skipping.store')
}
