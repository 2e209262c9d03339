import type { Router } from '@adonisjs/core/http'

const ImportsController = () => import('./controllers/imports_controller.ts')
const ReadingsController = () => import('./controllers/import_readings_controller.ts')
const RehearsalsController = () => import('./controllers/import_rehearsals_controller.ts')
const RunsController = () => import('./controllers/import_runs_controller.ts')
const ContinuationsController = () => import('./controllers/import_continuations_controller.ts')
const UndoingsController = () => import('./controllers/import_undoings_controller.ts')
const RefusalsController = () => import('./controllers/import_refusals_controller.ts')

/** Lists of leads into the agency. */
export function drawImports(router: Router) {
  router
    .group(() => {
      router.resource('imports', ImportsController)
      router
        .group(() => drawPartsOfImport(router))
        .prefix('imports/:import_id')
        .as('imports')
    })
    .prefix('leads')
    .as('leads')
}

function drawPartsOfImport(router: Router) {
  router.put('reading', [ReadingsController, 'update']).as('reading.update')
  router.post('rehearsal', [RehearsalsController, 'store']).as('rehearsal.store')
  router.delete('rehearsal', [RehearsalsController, 'destroy']).as('rehearsal.destroy')
  router.post('run', [RunsController, 'store']).as('run.store')
  router.delete('run', [RunsController, 'destroy']).as('run.destroy')
  router.post('continuation', [ContinuationsController, 'store']).as('continuation.store')
  router.post('undoing', [UndoingsController, 'store']).as('undoing.store')
  router.get('refusals', [RefusalsController, 'index']).as('refusals.index')
}
