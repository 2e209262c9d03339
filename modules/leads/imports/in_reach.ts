import type { HttpContext } from '@adonisjs/core/http'
import { BulkWork } from '#app/bulk_works'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import ImportPolicy from '../policies/import_policy.ts'

/** The import that the address names, for one who may import and whom it reaches. */
export async function importInReach(ctx: HttpContext): Promise<BulkWork> {
  await ctx.bouncer.with(ImportPolicy).authorize('manage')
  const id = ctx.params.import_id ?? ctx.params.id
  if (!isUuid(id)) throw new NotHere()
  const work = await BulkWork.reachableBy(ctx.staff.actor, 'leads.import')
    .where({ id, kind: 'leads.import' })
    .first()
  if (!work) throw new NotHere()
  return work
}
