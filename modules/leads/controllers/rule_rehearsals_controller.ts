import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { ReadOnlyValuesStore } from '@adonisjs/session'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import LeadRule from '../models/lead_rule.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { rehearsalView } from '../presenters/rehearsal_view.ts'
import { ruleForm } from '../presenters/rule_form.ts'
import { activeStaff } from '../routing/desk.ts'
import { rehearse } from '../routing/rehearse.ts'
import { conditionsOf, targetOf } from '../routing/rule_draft.ts'
import { ruleValidator } from '../validators/rule.ts'
import { nobodyAt } from './rules_controller.ts'

/** A rule is tried on the leads of the last 30 days before it is saved. */
export default class RuleRehearsalsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const draft = await ctx.request.validateUsing(ruleValidator, inMarket(ctx))
    const target = targetOf(draft, await activeStaff())
    if (!target.ok) return refuse(ctx, nobodyAt(target.facts))
    const known = draft.ruleId ? await LeadRule.find(draft.ruleId) : null
    const rehearsal = await rehearse({
      id: known?.id ?? randomUUID(),
      name: draft.name,
      position: known?.position ?? Number.MAX_SAFE_INTEGER,
      conditions: conditionsOf(draft),
      target: target.value,
    })
    return this.#answer(ctx, known, rehearsalView(ctx, rehearsal))
  }

  async #answer(ctx: HttpContext, known: LeadRule | null, rehearsal: object) {
    if (ctx.request.wantsFragment())
      return ctx.view.render('leads::partials/rehearsal', { rehearsal })
    const typed = { ...ctx.request.all(), inputErrorsBag: {} }
    ctx.view.share({ flashMessages: new ReadOnlyValuesStore(typed) })
    const form = await ruleForm(ctx, known)
    return ctx.view.render('leads::pages/rules/form', { form, rehearsal })
  }
}
