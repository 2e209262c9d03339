import type { Router } from '@adonisjs/core/http'
import { answerAt as on } from '#kernel/http/answer_with'
import type { ImportDesk } from './import_desk.ts'

type Load = () => Promise<{ default: ImportDesk }>

/** Draws the imports of a module in its own routes, so that its gate stands before all of them. */
export function drawImportRoutes(router: Router, module: string, desk: Load): void {
  const group = router.group(() => {
    drawImports(router, desk)
    drawParts(router, desk)
  })
  group.prefix(`${module}/imports`).as(`${module}.imports`)
}

function drawImports(router: Router, desk: Load): void {
  const imports = () => import('./controllers/imports_controller.ts')
  router.get('', on(imports, 'index', desk)).as('index')
  router.get('create', on(imports, 'create', desk)).as('create')
  router.post('', on(imports, 'store', desk)).as('store')
  router.get(':id', on(imports, 'show', desk)).as('show')
  router.get(':id/edit', on(imports, 'edit', desk)).as('edit')
  router.route(':id', ['PUT', 'PATCH'], on(imports, 'update', desk)).as('update')
  router.delete(':id', on(imports, 'destroy', desk)).as('destroy')
}

function drawParts(router: Router, desk: Load): void {
  const readings = () => import('./controllers/import_readings_controller.ts')
  const rehearsals = () => import('./controllers/import_rehearsals_controller.ts')
  const runs = () => import('./controllers/import_runs_controller.ts')
  const continuations = () => import('./controllers/import_continuations_controller.ts')
  const undoings = () => import('./controllers/import_undoings_controller.ts')
  const refusals = () => import('./controllers/import_refusals_controller.ts')

  const group = router.group(() => {
    router.put('reading', on(readings, 'update', desk)).as('reading.update')
    router.post('rehearsal', on(rehearsals, 'store', desk)).as('rehearsal.store')
    router.delete('rehearsal', on(rehearsals, 'destroy', desk)).as('rehearsal.destroy')
    router.post('run', on(runs, 'store', desk)).as('run.store')
    router.delete('run', on(runs, 'destroy', desk)).as('run.destroy')
    router.post('continuation', on(continuations, 'store', desk)).as('continuation.store')
    router.post('undoing', on(undoings, 'store', desk)).as('undoing.store')
    router.get('refusals', on(refusals, 'index', desk)).as('refusals.index')
  })
  group.prefix(':import_id')
}
