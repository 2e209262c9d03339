import type { HttpContext } from '@adonisjs/core/http'
import { marketPack } from '#kernel/markets/packs'
import { placeNames } from '#kernel/places/known_places'
import type Contact from '../models/contact.ts'
import type ContactRequirement from '../models/contact_requirement.ts'
import { dealTypes, timings, wantedFeatures, wantedTypes } from '../requirement_words.ts'
import { typedBudget } from './requirement_views.ts'

/** The form for something that a contact looks for. */
export async function requirementForm(
  { tenant }: HttpContext,
  contact: Contact,
  requirement: ContactRequirement | null
) {
  const pack = marketPack(tenant!.market)
  const url = `/app/contacts/${contact.id}/requirements`
  return {
    contact,
    requirement,
    action: requirement ? `${url}/${requirement.id}` : url,
    method: requirement ? 'put' : 'post',
    back: `/app/contacts/${contact.id}`,
    ...measuresOf(requirement ?? { currency: pack.currency, sizeUnit: pack.areaUnit }),
    places: await placeNames(),
    words: { dealTypes, timings, types: wantedTypes, features: wantedFeatures },
  }
}

/** Amounts and units, as they stand in the form. */
function measuresOf({
  currency,
  sizeUnit,
  budgetFromMinor = null,
  budgetToMinor = null,
}: Pick<ContactRequirement, 'currency' | 'sizeUnit'> & Partial<ContactRequirement>) {
  return {
    currency,
    areaUnit: sizeUnit,
    budgetFrom: typedBudget(budgetFromMinor, currency),
    budgetTo: typedBudget(budgetToMinor, currency),
  }
}
