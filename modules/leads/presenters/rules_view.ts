import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type LeadRule from '../models/lead_rule.ts'
import { leadRules } from '../queries/lead_rules.ts'
import { leadSettings } from '../queries/lead_settings.ts'
import type { Conditions } from '../routing/conditions.ts'
import type { Target } from '../routing/targets.ts'
import { sourceText } from './list_columns.ts'
import { writtenPrice } from './prices.ts'
import { languageName, namesOf } from './routing_view.ts'

/** The rules in their order, each in a sentence, and the last one. */
export async function rulesView(ctx: HttpContext) {
  const rules = await leadRules()
  const lines = []
  for (const rule of rules) lines.push(await lineOf(ctx, rule))
  const { lastRule } = await leadSettings()
  return { lines, lastRule }
}

async function lineOf(ctx: HttpContext, rule: LeadRule) {
  const { id, name, position, version, conditions, target } = rule
  const when = conditionTexts(ctx, conditions)
  const agents = await namesOf(conditions.agents ?? [])
  if (agents) when.push(ctx.i18n.t('leads.rules.agents_are', { names: agents }))
  return {
    ...{ id, name, position, version },
    text: when.length > 0 ? when.join(' · ') : ctx.i18n.t('leads.routing.all'),
    to: await targetText(ctx, target),
    url: `/app/settings/lead-rules/${id}`,
  }
}

function conditionTexts(ctx: HttpContext, conditions: Conditions): string[] {
  const { i18n } = ctx
  const { sources = [], places = [], intents = [], languages = [] } = conditions
  return [
    sources.map((source) => sourceText(ctx, source)),
    places,
    intents.map((intent) => i18n.t(`leads.intents.${intent}`)),
    languages.map((code) => languageName(i18n.locale, code)),
    bandText(ctx, conditions),
  ]
    .map((words) => words.join(', '))
    .filter(Boolean)
}

function bandText(ctx: HttpContext, { priceFrom, priceTo }: Conditions): string[] {
  const tenant = ctx.tenant as TenantSnapshot
  const ends = [priceFrom, priceTo].map((minor) => writtenPrice(minor, tenant.currency, tenant))
  return ends.some(Boolean) ? [ends.map((end) => end ?? '…').join(' – ')] : []
}

async function targetText({ i18n }: HttpContext, target: Target): Promise<string> {
  if (target.kind === 'listing_agent') return i18n.t('leads.rules.to.listing_agent')
  if (target.kind === 'team') {
    const { teams } = await staffForMenus()
    const name = teams.find(({ id }) => id === target.teamId)?.name ?? '–'
    return i18n.t('leads.rules.to.team', { name })
  }
  const ids = idsOf(target)
  const names = (await namesOf(ids)) || '–'
  const minutes = target.kind === 'first_to_claim' ? target.groups[0].minutes : 0
  return i18n.t(`leads.rules.to.${target.kind}`, { names, minutes })
}

function idsOf(target: Exclude<Target, { kind: 'team' | 'listing_agent' }>): string[] {
  if (target.kind === 'member') return [target.memberId]
  return target.kind === 'round_robin' ? target.memberIds : target.groups[0].memberIds
}
