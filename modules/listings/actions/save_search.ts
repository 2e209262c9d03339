import { Contact } from '#modules/contacts'
import { done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { default as SavedSearch, Frequency } from '../models/saved_search.ts'
import { searchCriteria } from '../queries/search_criteria.ts'

interface SearchDraft {
  name: string
  frequency: Frequency
  query?: string | null
  contactEmail?: string | null
  version?: number | null
}

/** Keeps a search for its writer, or for the client with this e-mail address. */
export async function saveSearch(search: SavedSearch, draft: SearchDraft) {
  const contactId = await contactOf(draft.contactEmail)
  if (contactId === undefined) return refused('unknown_contact')
  const criteria = await searchCriteria(draft.query ?? search.query ?? '')
  const { name, frequency } = draft
  const query = criteria.query
  search.merge({ name, frequency, contactId, forContact: contactId !== null, query })
  if (!search.$isPersisted) await search.merge({ ownerId: currentActor().id }).save()
  else if (!(await search.saveSeen(draft.version ?? 0))) return refused('stale')
  await keepCriteria(search.id, criteria.columns)
  return done(search)
}

/** undefined where nobody whom the actor sees has this address. */
async function contactOf(email: string | null | undefined): Promise<string | null | undefined> {
  if (!email) return null
  const contact = await Contact.reachableBy(currentActor(), 'contacts.view')
    .whereHas('points', (points) =>
      points.where('kind', 'email').whereRaw('lower(value) = lower(?)', [email])
    )
    .orderBy('id')
    .first()
  return contact?.id
}

async function keepCriteria(id: string, columns: Record<string, unknown>): Promise<void> {
  const names = Object.keys(columns)
  const set = names.map((name) => `${name} = ?${name === 'area' ? '::polygon' : ''}`).join(', ')
  await unitSql(`update saved_searches set ${set} where id = ?`, [...Object.values(columns), id])
}

/** Takes a search away, with all that is known of what it found. */
export async function removeSearch(search: SavedSearch): Promise<void> {
  await unitSql('delete from search_alerts where search_id = ?', [search.id])
  await search.delete()
}
