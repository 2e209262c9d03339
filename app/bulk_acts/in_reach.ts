import type { HttpContext } from '@adonisjs/core/http'
import { BulkWork } from '#app/bulk_works'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import type { BulkDesk } from './bulk_desk.ts'

/** The bulk act that the address names: one's own, or anybody's where one may change every record. */
export async function bulkActInReach(
  { params, staff: { actor } }: HttpContext,
  { module }: BulkDesk
): Promise<BulkWork> {
  const permission = `${module}.update`
  if (!actor.can(permission)) throw new Forbidden(permission)
  const id = params.bulk_act_id ?? params.id
  if (!isUuid(id)) throw new NotHere()
  const work = await BulkWork.reachableBy(actor, permission)
    .where({ kind: `${module}.bulk_act`, id })
    .first()
  if (!work) throw new NotHere()
  return work
}
