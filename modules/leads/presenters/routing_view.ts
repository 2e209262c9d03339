import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { staffForMenus } from '#app/members'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Lead from '../models/lead.ts'
import type { Reason } from '../routing/conditions.ts'
import type { TraceStep } from '../routing/trace.ts'
import { sourceText } from './list_columns.ts'
import { writtenPrice } from './prices.ts'

/** How a lead came to its agent: "Rule 3, because …", the newest step last. */
export function routingView(ctx: HttpContext, { routing }: Lead) {
  return routing.map((step) => ({
    text: stepText(ctx, step),
    because: step.because.length > 0 ? becauseText(ctx, step.because) : null,
    at: momentOf(DateTime.fromISO(step.at), ctx.tenant as TenantSnapshot),
  }))
}

function stepText({ i18n }: HttpContext, { rule, name, outcome, to }: TraceStep): string {
  const by =
    name === null ? i18n.t('leads.rules.last') : i18n.t('leads.routing.rule', { rule, name })
  return i18n.t(`leads.routing.${outcome}`, { by, to: to.join(', ') })
}

/** The facts for which a rule took a lead. */
export function becauseText(ctx: HttpContext, because: readonly Reason[]): string {
  if (because.length === 0) return ctx.i18n.t('leads.routing.all')
  return because.map((reason) => said(ctx, reason)).join(' · ')
}

const spoken: Partial<Record<Reason['kind'], (ctx: HttpContext, value: string) => string>> = {
  source: sourceText,
  intent: ({ i18n }, value) => i18n.t(`leads.intents.${value}`),
  price: (ctx, value) => {
    const tenant = ctx.tenant as TenantSnapshot
    return writtenPrice(Number(value), tenant.currency, tenant) ?? value
  },
  language: ({ i18n }, value) => languageName(i18n.locale, value),
  agent: ({ i18n }) => i18n.t('leads.routing.agent'),
}

function said(ctx: HttpContext, { kind, value }: Reason): string {
  return spoken[kind]?.(ctx, value) ?? value
}

export function languageName(locale: string, code: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
}

/** Names of members by their ids; whoever is gone is left out. */
export async function namesOf(ids: readonly string[]): Promise<string> {
  const { colleagues } = await staffForMenus()
  return colleagues
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ')
}
