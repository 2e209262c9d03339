import type { HttpContext } from '@adonisjs/core/http'
import { attachmentNamed } from '#kernel/http/attachment_named'
import { askedExport } from '../asked_export.ts'
import { exportInReach } from '../in_reach.ts'
import ExportPolicy from '../policies/export_policy.ts'
import { homeOf, presentExport, presentExports } from '../present_exports.ts'
import { requestSheet } from '../sheets/request_sheet.ts'
import { SHEET_TYPES } from '../sheets/sheet.ts'
import { SHEET_AT_ONCE, sheetAtOnce } from '../sheets/sheet_at_once.ts'
import type { SheetFacts, SheetPlan } from '../sheets/sheet_plan.ts'

/** The list of a module on its way out: a short one at once, a longer one by the workers. */
export default class ExportsController {
  constructor(private readonly plan: SheetPlan) {}

  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ExportPolicy).authorize('manage', this.plan)
    const page = ctx.request.wantsFragment() ? 'partials/list' : 'index'
    return ctx.view.render(`pages/exports/${page}`, await presentExports(ctx, this.plan))
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ExportPolicy).authorize('manage', this.plan)
    const asked = await askedExport(ctx, this.plan)
    const rows = await this.plan.count(asked.query)
    if (rows < SHEET_AT_ONCE) return this.#answer(ctx, asked)
    const work = await requestSheet(this.plan.module, asked, rows)
    return ctx.response.redirect().toPath(`${homeOf(this.plan)}/${work.id}`)
  }

  async show(ctx: HttpContext) {
    const shown = presentExport(ctx, this.plan, await exportInReach(ctx, this.plan))
    const page = ctx.request.wantsFragment() ? 'partials/state' : 'show'
    return ctx.view.render(`pages/exports/${page}`, shown)
  }

  async #answer({ response }: HttpContext, asked: SheetFacts) {
    const bytes = await sheetAtOnce(this.plan, asked)
    response.header('content-type', SHEET_TYPES[asked.format])
    response.header('content-disposition', attachmentNamed(asked.fileName))
    response.header('cache-control', 'private, no-store')
    return response.send(bytes)
  }
}
