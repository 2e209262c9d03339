import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { ChangeStatus } from '../actions/change_status.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { illegalStep, statusCell } from '../presenters/steps.ts'
import { leadInReach } from '../reaching.ts'
import { statusValidator } from '../validators/steps.ts'

const fields: Record<string, string> = {
  lost_reason_missing: 'lostReason',
  reopen_reason_missing: 'reason',
}

/** A lead takes one step: on, to lost, or back from there. */
export default class StatusesController {
  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const typed = await ctx.request.validateUsing(statusValidator, inMarket(ctx))
    const step = { ...typed, to: typed.status }
    const result = await new ChangeStatus().handle(lead, step)
    if (!result.ok) {
      if (result.reason === 'illegal_step') return refuse(ctx, illegalStep(ctx, lead.status))
      const status = result.reason === 'stale' ? 409 : 422
      const key = `leads.refused.${result.reason}`
      return refuse(ctx, { status, key, field: fields[result.reason] })
    }

    if (ctx.request.wantsFragment() && ctx.request.qs().as === 'cell')
      return ctx.view.render('leads::partials/status_form', { status: statusCell(ctx, lead) })
    const status = ctx.i18n.t(`leads.statuses.${lead.status}`)
    ctx.session.flash('notice', { key: 'leads.stepped', facts: { name: lead.name, status } })
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}
