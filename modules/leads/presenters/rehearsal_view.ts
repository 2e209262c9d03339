import type { HttpContext } from '@adonisjs/core/http'
import type { Rehearsal } from '../routing/rehearse.ts'
import { becauseText } from './routing_view.ts'

/** What a rehearsal found out, in words and numbers. */
export function rehearsalView(ctx: HttpContext, rehearsal: Rehearsal) {
  const { rules, byRule, byPerson, sample, leads, offered } = rehearsal
  const last = { name: ctx.i18n.t('leads.rules.last'), count: byRule.get(null) ?? 0 }
  const people = [...byPerson].map(([name, count]) => ({ name, count }))
  return {
    leads,
    offered,
    rules: [...rules.map(({ id, name }) => ({ name, count: byRule.get(id) ?? 0 })), last],
    people: people.sort((one, other) => other.count - one.count),
    sample: sample.map(({ lead, decision }) => {
      const step = decision.trace.at(-1)!
      return { name: lead.name, why: becauseText(ctx, step.because), to: step.to.join(', ') }
    }),
  }
}
