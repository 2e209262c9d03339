import type { Router } from '@adonisjs/core/http'
import { answerAt as on } from '#kernel/http/answer_with'
import type { SheetPlan } from './sheets/sheet_plan.ts'

type Load = () => Promise<{ default: SheetPlan }>

/** Draws the exports of a module in its own routes, so that its gate stands before all of them. */
export function drawExportRoutes(router: Router, module: string, plan: Load): void {
  const exports = () => import('./controllers/exports_controller.ts')
  const runs = () => import('./controllers/export_runs_controller.ts')
  const group = router.group(() => {
    router.get('', on(exports, 'index', plan)).as('index')
    router.post('', on(exports, 'store', plan)).as('store')
    router.get(':id', on(exports, 'show', plan)).as('show')
    router.post(':export_id/run', on(runs, 'store', plan)).as('run.store')
    router.delete(':export_id/run', on(runs, 'destroy', plan)).as('run.destroy')
  })
  group.prefix(`${module}/exports`).as(`${module}.exports`)
}
