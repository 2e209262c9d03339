import type { HttpContext } from '@adonisjs/core/http'
import { searchWords } from '#app/records'
import Contact from '../models/contact.ts'
import { narrow } from '../queries/contact_filters.ts'
import { likelyFor } from '../queries/likely_pairs.ts'
import { pairView } from './duplicates_view.ts'

const MOST = 20

/** With whom a contact may be merged: those that look alike, and whomever one searches for. */
export async function mergeChoices(ctx: HttpContext, survivor: Contact) {
  const { actor } = ctx.staff
  const q = searchWords(ctx.request.qs().q)
  const likely = await likelyFor(actor, survivor.id)
  return {
    q,
    likely: likely.map((pair) => {
      const other = pair.first.id === survivor.id ? pair.second : pair.first
      return { ...choice(survivor, other), reasons: pairView(ctx, pair).reasons }
    }),
    found: q === '' ? [] : await search(ctx, survivor, q),
  }
}

async function search({ staff: { actor } }: HttpContext, survivor: Contact, q: string) {
  const query = Contact.reachableBy(actor, 'contacts.merge').whereNot('id', survivor.id)
  narrow(query, { q, custom: {} }, actor)
  const contacts = await query.orderByRaw('lower(contacts.name), contacts.id').limit(MOST)
  return contacts.map(({ id, name, primaryPhone, primaryEmail, city }) =>
    choice(survivor, { id, name, phone: primaryPhone, email: primaryEmail, city })
  )
}

interface Other {
  id: string
  name: string
  phone: string | null
  email: string | null
  city: string | null
}

function choice(survivor: Contact, { id, name, phone, email, city }: Other) {
  return {
    name,
    detail: [phone, email, city].filter(Boolean).join(' · '),
    url: `/app/contacts/${survivor.id}/merges/create?with=${id}`,
  }
}
