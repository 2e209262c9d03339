import type { Router } from '@adonisjs/core/http'

const ImportsController = () => import('./controllers/imports_controller.ts')
const ReadingsController = () => import('./controllers/import_readings_controller.ts')
const RehearsalsController = () => import('./controllers/import_rehearsals_controller.ts')
const RunsController = () => import('./controllers/import_runs_controller.ts')
const ContinuationsController = () => import('./controllers/import_continuations_controller.ts')
const UndoingsController = () => import('./controllers/import_undoings_controller.ts')
const ExportsController = () => import('./controllers/exports_controller.ts')
const ExportsRunsController = () => import('./controllers/exports_runs_controller.ts')
const RefusalsController = () => import('./controllers/import_refusals_controller.ts')

/** Lists into the agency and out of it. Drawn before `contacts/:id`, which would take their addresses. */
export function drawImports(router: Router) {
  router.resource('contacts/imports', ImportsController).as('contacts.imports')
  router
    .group(() => {
      router.put('reading', [ReadingsController, 'update']).as('reading.update')
      router.post('rehearsal', [RehearsalsController, 'store']).as('rehearsal.store')
      router.delete('rehearsal', [RehearsalsController, 'destroy']).as('rehearsal.destroy')
      router.post('run', [RunsController, 'store']).as('run.store')
      router.delete('run', [RunsController, 'destroy']).as('run.destroy')
      router.post('continuation', [ContinuationsController, 'store']).as('continuation.store')
      router.post('undoing', [UndoingsController, 'store']).as('undoing.store')
      router.get('refusals', [RefusalsController, 'index']).as('refusals.index')
    })
    .prefix('contacts/imports/:import_id')
    .as('contacts.imports')
  drawExports(router)
}

function drawExports(router: Router) {
  router
    .resource('contacts/exports', ExportsController)
    .only(['index', 'store', 'show'])
    .as('contacts.exports')
  router
    .post('contacts/exports/:export_id/run', [ExportsRunsController, 'store'])
    .as('contacts.exports.run.store')
  router
    .delete('contacts/exports/:export_id/run', [ExportsRunsController, 'destroy'])
    .as('contacts.exports.run.destroy')
}
