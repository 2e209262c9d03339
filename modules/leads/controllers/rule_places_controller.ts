import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { moveRule } from '../actions/save_rule.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { placeValidator } from '../validators/rule.ts'
import { ruleAt } from './rules_controller.ts'

/** Where a rule stands among all. */
export default class RulePlacesController {
  async update(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const rule = await ruleAt(ctx)
    const { to, version } = await ctx.request.validateUsing(placeValidator, inMarket(ctx))
    const result = await moveRule(rule, to, version)
    if (!result.ok) return refuse(ctx, { status: 409, key: 'leads.rules.stale' })
    return ctx.response.redirect().toPath('/app/settings/lead-rules')
  }
}
