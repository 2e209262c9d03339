import type { HttpContext } from '@adonisjs/core/http'
import { BulkWork } from '#app/bulk_works'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import LeadPolicy from '../policies/lead_policy.ts'

/** The export that the address names, for one who may export and whom it reaches. */
export async function exportInReach(ctx: HttpContext): Promise<BulkWork> {
  await ctx.bouncer.with(LeadPolicy).authorize('export')
  const id = ctx.params.export_id ?? ctx.params.id
  if (!isUuid(id)) throw new NotHere()
  const work = await exportsFor(ctx).where('id', id).first()
  if (!work) throw new NotHere()
  return work
}

/** One's own exports; those of others where one may export every lead. */
export function exportsFor({ staff }: HttpContext) {
  return BulkWork.reachableBy(staff.actor, 'leads.export').where('kind', 'leads.export')
}
