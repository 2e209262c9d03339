import type { HttpContext } from '@adonisjs/core/http'
import { BulkWork } from '#app/bulk_works'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import ExportPolicy from './policies/export_policy.ts'
import type { SheetPlan } from './sheets/sheet_plan.ts'

/** The export that the address names, for one who may export and whom it reaches. */
export async function exportInReach(ctx: HttpContext, plan: SheetPlan): Promise<BulkWork> {
  await ctx.bouncer.with(ExportPolicy).authorize('manage', plan)
  const id = ctx.params.export_id ?? ctx.params.id
  if (!isUuid(id)) throw new NotHere()
  const work = await exportsFor(ctx, plan).where('id', id).first()
  if (!work) throw new NotHere()
  return work
}

/** One's own exports; those of others where one may export every record. */
export function exportsFor({ staff }: HttpContext, { module }: SheetPlan) {
  const kind = `${module}.export`
  return BulkWork.reachableBy(staff.actor, kind).where('kind', kind)
}
