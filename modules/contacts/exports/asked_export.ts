import type { HttpContext } from '@adonisjs/core/http'
import type { SheetFacts } from '#app/bulk_works'
import { today } from '#kernel/markets/time'
import { exportValidator } from '../validators/export.ts'

/** The export that a form asks for. */
export async function askedExport(ctx: HttpContext): Promise<SheetFacts> {
  const { format, query } = await ctx.request.validateUsing(exportValidator)
  const day = today(ctx.tenant!.timeZone)
  return {
    format,
    query: Object.fromEntries(new URLSearchParams(query ?? '')),
    fileName: ctx.i18n.t('contacts.export.file_name', { day, format }),
  }
}
