import type { HttpContext } from '@adonisjs/core/http'
import { type BulkWork, presentProgress } from '#app/bulk_works'
import { factsOf } from './bulk_act_steps.ts'
import { type BulkDesk, homeOf } from './bulk_desk.ts'
import { undoOf } from './bulk_notice.ts'

/** Where a bulk act stands. */
export function presentBulkAct({ i18n }: HttpContext, desk: BulkDesk, work: BulkWork) {
  const { module } = desk
  const { deed, choice } = factsOf(work)
  const facts = { count: work.rowsTotal ?? 0, tag: deed.tags ?? '' }
  return {
    module,
    work,
    title: i18n.t(`${module}.bulk.doing.${deed.act}`, facts),
    address: `${homeOf(desk)}/${work.id}`,
    list: `/app/${module}?${choice.query ?? ''}`,
    progress: work.isUnderWay ? presentProgress(i18n, work) : null,
    isStuck: work.isStuck,
    said: i18n.t(`bulk_works.states.${work.state}`),
    doneSoFar: i18n.t(`${module}.bulk.so_far`, { count: work.rowsDone }),
    failure: work.error ? i18n.t(work.error.key, work.error.params) : null,
    undo: canBeUndone(work) ? undoOf(module, deed.batch) : null,
  }
}

function canBeUndone(work: BulkWork): boolean {
  return factsOf(work).deed.act === 'delete' && work.isOver && work.rowsDone > 0
}
