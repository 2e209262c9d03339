import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { saveLastRule } from '../actions/save_last_rule.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { lastRuleValidator } from '../validators/rule.ts'

/** Who gets what no other rule takes. */
export default class LastRulesController {
  async update(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const { lastRule } = await ctx.request.validateUsing(lastRuleValidator, inMarket(ctx))
    await saveLastRule(lastRule)
    ctx.session.flash('notice', 'leads.rules.last_saved')
    return ctx.response.redirect().toPath('/app/settings/lead-rules')
  }
}
