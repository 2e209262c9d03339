import type { Router } from '@adonisjs/core/http'
import { answerAt as on } from '#kernel/http/answer_with'
import type { BulkDesk } from './bulk_desk.ts'

type Load = () => Promise<{ default: BulkDesk }>

/** Draws the bulk acts of a module in its own routes, so that its gate stands before all of them. */
export function drawBulkActRoutes(router: Router, module: string, desk: Load): void {
  const acts = () => import('./controllers/bulk_acts_controller.ts')
  const runs = () => import('./controllers/bulk_act_runs_controller.ts')
  const group = router.group(() => {
    router.post('', on(acts, 'store', desk)).as('store')
    router.get(':id', on(acts, 'show', desk)).as('show')
    router.post(':bulk_act_id/run', on(runs, 'store', desk)).as('run.store')
    router.delete(':bulk_act_id/run', on(runs, 'destroy', desk)).as('run.destroy')
  })
  group.prefix(`${module}/bulk-acts`).as(`${module}.bulk_acts`)
}
