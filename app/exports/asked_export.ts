import type { HttpContext } from '@adonisjs/core/http'
import { askedBy } from '#kernel/lists/asked_by'
import { today } from '#kernel/markets/time'
import type { SheetFacts, SheetPlan } from './sheets/sheet_plan.ts'
import { exportValidator } from './validators/export.ts'

/** The export that a form asks for. */
export async function askedExport(ctx: HttpContext, { module }: SheetPlan): Promise<SheetFacts> {
  const { format, query } = await ctx.request.validateUsing(exportValidator)
  const day = today(ctx.tenant!.timeZone)
  return {
    format,
    query: askedBy(query ?? ''),
    fileName: ctx.i18n.t(`${module}.export.file_name`, { day, format }),
  }
}
