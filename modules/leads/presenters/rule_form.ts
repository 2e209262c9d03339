import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import { majorUnits } from '#kernel/markets/money'
import { placeNames } from '#kernel/places/known_places'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { intents, leadSources } from '../lead_words.ts'
import type LeadRule from '../models/lead_rule.ts'
import { type Target, targetKinds } from '../routing/targets.ts'
import { languageName } from './routing_view.ts'

/** Languages that people in our markets speak; a form or a portal tells which. */
const languages = ['en', 'es', 'sn', 'nd', 'hi', 'mr', 'zh', 'ko', 'vi', 'ru', 'fr', 'pt']

/** The form for a new rule, or for changing this one. */
export async function ruleForm(ctx: HttpContext, rule: LeadRule | null) {
  const { i18n } = ctx
  const { colleagues, teams } = await staffForMenus()
  const url = '/app/settings/lead-rules'
  const choice = ({ id, name }: { id: string; name: string }) => ({ value: id, text: name })
  return {
    rule,
    action: rule ? `${url}/${rule.id}` : url,
    method: rule ? 'put' : 'post',
    sources: leadSources,
    places: await placeNames(),
    intents: intents.map((value) => ({ value, text: i18n.t(`leads.intents.${value}`) })),
    languages: languages.map((value) => ({ value, text: languageName(i18n.locale, value) })),
    targets: targetKinds.map((value) => ({
      value,
      text: i18n.t(`leads.rules.targets.${value}`),
      hint: i18n.t(`leads.rules.target_hints.${value}`),
    })),
    people: colleagues.map(choice),
    teams: teams.map(choice),
    values: { ...conditionValues(ctx, rule), ...targetValues(rule?.target ?? null) },
  }
}

function conditionValues({ tenant }: HttpContext, rule: LeadRule | null) {
  const { currency } = tenant as TenantSnapshot
  const { priceFrom = null, priceTo = null, ...rest } = rule?.conditions ?? {}
  const typed = (minor: number | null) => (minor === null ? '' : majorUnits(minor, currency))
  return { ...rest, priceFrom: typed(priceFrom), priceTo: typed(priceTo) }
}

function targetValues(target: Target | null) {
  if (target?.kind !== 'first_to_claim') {
    return { target: target?.kind ?? 'round_robin', minutes: 30, fallbackMinutes: 30, ...target }
  }
  const [first, second] = target.groups
  return {
    target: target.kind,
    hidden: target.hidden,
    memberIds: first.memberIds,
    minutes: first.minutes,
    fallbackIds: second?.memberIds,
    fallbackMinutes: second?.minutes ?? 30,
  }
}
