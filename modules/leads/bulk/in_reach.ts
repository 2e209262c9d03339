import type { HttpContext } from '@adonisjs/core/http'
import { BulkWork } from '#app/bulk_works'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'

/** The bulk act that the address names: one's own, or anybody's where one may change every lead. */
export async function bulkActInReach({ params, staff }: HttpContext): Promise<BulkWork> {
  const { actor } = staff
  if (!actor.can('leads.update')) throw new Forbidden('leads.update')
  const id = params.bulk_act_id ?? params.id
  if (!isUuid(id)) throw new NotHere()
  const work = await BulkWork.reachableBy(actor, 'leads.update')
    .where({ kind: 'leads.bulk_act', id })
    .first()
  if (!work) throw new NotHere()
  return work
}
