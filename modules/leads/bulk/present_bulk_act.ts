import type { HttpContext } from '@adonisjs/core/http'
import { type BulkWork, presentProgress } from '#app/bulk_works'
import { factsOf } from './bulk_act_steps.ts'

/** Where a bulk act stands. */
export function presentBulkAct({ i18n }: HttpContext, work: BulkWork) {
  const { deed, choice } = factsOf(work)
  const facts = { count: work.rowsTotal ?? 0, tag: deed.tags ?? '' }
  return {
    work,
    title: i18n.t(`leads.bulk.doing.${deed.act}`, facts),
    address: `/app/leads/bulk-acts/${work.id}`,
    list: `/app/leads?${choice.query ?? ''}`,
    progress: work.isUnderWay ? presentProgress(i18n, work) : null,
    isStuck: work.isStuck,
    said: i18n.t(`bulk_works.states.${work.state}`),
    doneSoFar: i18n.t('leads.bulk.so_far', { count: work.rowsDone }),
    failure: work.error ? i18n.t(work.error.key, work.error.params) : null,
    undo: undoOf(work),
  }
}

/** Where what was deleted can be taken back, all of it in one go. */
function undoOf(work: BulkWork): string | null {
  const { act, batch } = factsOf(work).deed
  const isThere = act === 'delete' && work.isOver && work.rowsDone > 0
  return isThere ? `/app/leads/restorations?batch=${batch}` : null
}
