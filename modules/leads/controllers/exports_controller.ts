import type { HttpContext } from '@adonisjs/core/http'
import {
  SHEET_AT_ONCE,
  SHEET_TYPES,
  type SheetFacts,
  attachmentNamed,
  requestSheet,
  sheetAtOnce,
} from '#app/bulk_works'
import { askedExport } from '../exports/asked_export.ts'
import { leadSheet } from '../exports/lead_sheet.ts'
import { countAsked } from '../exports/export_page.ts'
import { exportInReach } from '../exports/in_reach.ts'
import { presentExport, presentExports } from '../exports/present_exports.ts'
import LeadPolicy from '../policies/lead_policy.ts'

/** Leads on their way out, as a file for other programs. */
export default class ExportsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('export')
    const page = ctx.request.wantsFragment() ? 'partials/export_list' : 'pages/exports/index'
    return ctx.view.render(`leads::${page}`, await presentExports(ctx))
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('export')
    const asked = await askedExport(ctx)
    const leads = await countAsked(asked.query)
    if (leads < SHEET_AT_ONCE) return this.#answer(ctx, asked)
    const work = await requestSheet('leads', asked, leads)
    return ctx.response.redirect().toPath(`/app/leads/exports/${work.id}`)
  }

  async show(ctx: HttpContext) {
    const shown = presentExport(ctx, await exportInReach(ctx))
    const page = ctx.request.wantsFragment() ? 'partials/export_state' : 'pages/exports/show'
    return ctx.view.render(`leads::${page}`, shown)
  }

  async #answer({ response }: HttpContext, asked: SheetFacts) {
    const bytes = await sheetAtOnce(leadSheet, asked)
    response.header('content-type', SHEET_TYPES[asked.format])
    response.header('content-disposition', attachmentNamed(asked.fileName))
    response.header('cache-control', 'private, no-store')
    return response.send(bytes)
  }
}
