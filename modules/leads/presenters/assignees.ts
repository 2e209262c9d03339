import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import { assignable } from '../queries/assignable.ts'
import { workload } from '../queries/workload.ts'

/** Whom a lead may be given to, with how many open ones each has already; none for those who may not assign. */
export async function assignees({ staff: { actor }, i18n }: HttpContext) {
  if (!actor.can('leads.assign')) return []
  const { colleagues } = await staffForMenus()
  const open = await workload(actor)
  return assignable(actor, colleagues).map(({ id, name }) => ({
    value: id,
    text: i18n.t('leads.assign.load', { name, count: open.get(id) ?? 0 }),
  }))
}
