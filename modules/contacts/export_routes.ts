import type { Router } from '@adonisjs/core/http'

const ExportsController = () => import('./controllers/exports_controller.ts')
const ExportsRunsController = () => import('./controllers/exports_runs_controller.ts')

/** Lists of contacts out of the agency. */
export function drawExports(router: Router) {
  router
    .group(() => {
      router.resource('exports', ExportsController).only(['index', 'store', 'show'])
      router
        .post('exports/:export_id/run', [ExportsRunsController, 'store'])
        .as('exports.run.store')
      router
        .delete('exports/:export_id/run', [ExportsRunsController, 'destroy'])
        .as('exports.run.destroy')
    })
    .prefix('contacts')
    .as('contacts')
}
