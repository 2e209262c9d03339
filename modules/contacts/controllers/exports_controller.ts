import type { HttpContext } from '@adonisjs/core/http'
import { AT_ONCE, ExportAtOnce } from '../actions/export_at_once.ts'
import { RequestExport } from '../actions/request_export.ts'
import { askedExport } from '../exports/asked_export.ts'
import type { ExportFacts } from '../exports/export_facts.ts'
import { countAsked } from '../exports/export_page.ts'
import { exportInReach } from '../exports/in_reach.ts'
import { presentExport, presentExports } from '../exports/present_exports.ts'
import { attachmentNamed } from '../imports/attachment.ts'
import ExportPolicy from '../policies/export_policy.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

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
    if (contacts < AT_ONCE) return this.#answer(ctx, asked)
    const work = await new RequestExport().handle(asked, contacts)
    return ctx.response.redirect().toPath(`/app/contacts/exports/${work.id}`)
  }

  async show(ctx: HttpContext) {
    const shown = presentExport(ctx, await exportInReach(ctx))
    const page = ctx.request.wantsFragment() ? 'partials/export_state' : 'pages/exports/show'
    return ctx.view.render(`contacts::${page}`, shown)
  }

  async #answer({ response, i18n }: HttpContext, asked: ExportFacts) {
    const bytes = await new ExportAtOnce().handle(asked, i18n)
    response.header('content-type', TYPES[asked.format])
    response.header('content-disposition', attachmentNamed(asked.fileName))
    response.header('cache-control', 'private, no-store')
    return response.send(bytes)
  }
}
