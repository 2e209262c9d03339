import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { isUuid } from '#kernel/tenancy/names'
import { removeRule, saveRule } from '../actions/save_rule.ts'
import LeadRule from '../models/lead_rule.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { ruleForm } from '../presenters/rule_form.ts'
import { rulesView } from '../presenters/rules_view.ts'
import { ruleValidator } from '../validators/rule.ts'

const HOME = '/app/settings/lead-rules'

/** Which new leads go to whom. */
export default class RulesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    return ctx.view.render('leads::pages/rules/index', { rules: await rulesView(ctx) })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    return ctx.view.render('leads::pages/rules/form', { form: await ruleForm(ctx, null) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    return this.#save(ctx, null)
  }

  async edit(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const form = await ruleForm(ctx, await ruleAt(ctx))
    return ctx.view.render('leads::pages/rules/form', { form })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    return this.#save(ctx, await ruleAt(ctx))
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    await removeRule(await ruleAt(ctx))
    ctx.session.flash('notice', 'leads.rules.removed')
    return ctx.response.redirect().toPath(HOME)
  }

  async #save(ctx: HttpContext, rule: LeadRule | null) {
    const draft = await ctx.request.validateUsing(ruleValidator, inMarket(ctx))
    const result = await saveRule(rule, draft, draft.version ?? 0)
    if (!result.ok && result.reason === 'stale')
      return refuse(ctx, { status: 409, key: 'leads.rules.stale' })
    if (!result.ok) return refuse(ctx, nobodyAt(result.facts))
    ctx.session.flash('notice', { key: 'leads.rules.saved', facts: { name: draft.name } })
    return ctx.response.redirect().toPath(HOME)
  }
}

/** Somebody is missing, or does not work here. */
export function nobodyAt({ field }: Record<string, unknown>) {
  return { status: 422, key: 'leads.rules.nobody', field: String(field) }
}

export async function ruleAt({ params }: HttpContext): Promise<LeadRule> {
  const id = params.rule_id ?? params.id
  const rule = isUuid(id) ? await LeadRule.find(id) : null
  if (!rule) throw new NotHere()
  return rule
}
