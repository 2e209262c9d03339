import type { RequirementDraft } from '#modules/contacts'
import type Lead from './models/lead.ts'

/**
 * What a lead that buys or rents looks for, as a contact keeps it; null where nothing is known.
 * Nobody converts money unasked: a budget in another currency is left out.
 */
export function requirementOf(lead: Lead, currency: string): RequirementDraft | null {
  const { intent, localities } = lead
  const budget = budgetIn(lead, currency)
  const isKnown = localities.length > 0 || Object.values(budget).some((amount) => amount !== null)
  if (!isKnown || (intent !== 'buy' && intent !== 'rent')) return null
  return { dealType: intent === 'buy' ? 'sale' : 'rent', ...budget, localities }
}

function budgetIn({ currency, budgetMinMinor, budgetMaxMinor }: Lead, here: string) {
  if (currency !== here) return { budgetFrom: null, budgetTo: null }
  return { budgetFrom: budgetMinMinor, budgetTo: budgetMaxMinor }
}
