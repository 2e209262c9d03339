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
import { contactSheet } from '../exports/contact_sheet.ts'
import { countAsked } from '../exports/export_page.ts'
import { exportInReach } from '../exports/in_reach.ts'
import { presentExport, presentExports } from '../exports/present_exports.ts'
import ExportPolicy from '../policies/export_policy.ts'

/** Contacts on their way out, as a file for other programs. */
export default class ExportsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ExportPolicy).authorize('manage')
    const page = ctx.request.wantsFragment() ? 'partials/export_list' : 'pages/exports/index'
    return ctx.view.render(`contacts::${page}`, await presentExports(ctx))
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ExportPolicy).authorize('manage')
    const asked = await askedExport(ctx)
    const contacts = await countAsked(asked.query)
    if (contacts < SHEET_AT_ONCE) return this.#answer(ctx, asked)
    const work = await requestSheet('contacts', asked, contacts)
    return ctx.response.redirect().toPath(`/app/contacts/exports/${work.id}`)
  }

  async show(ctx: HttpContext) {
    const shown = presentExport(ctx, await exportInReach(ctx))
    const page = ctx.request.wantsFragment() ? 'partials/export_state' : 'pages/exports/show'
    return ctx.view.render(`contacts::${page}`, shown)
  }

  async #answer({ response }: HttpContext, asked: SheetFacts) {
    const bytes = await sheetAtOnce(contactSheet, asked)
    response.header('content-type', SHEET_TYPES[asked.format])
    response.header('content-disposition', attachmentNamed(asked.fileName))
    response.header('cache-control', 'private, no-store')
    return response.send(bytes)
  }
}
