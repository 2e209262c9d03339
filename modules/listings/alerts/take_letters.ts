import { Contact } from '#modules/contacts'
import { Member } from '#app/members'
import { unitSql } from '#kernel/tenancy/sql'
import type { RentPeriod } from '../listing_words.ts'
import SavedSearch from '../models/saved_search.ts'
import { PUBLIC_TITLE } from '../queries/site/discreet.ts'

const LETTERS = 20

export type SuppressedBecause = 'refused' | 'no_email' | 'gone' | 'over' | 'out_of_reach'

export interface FoundListing {
  alert_id: string
  search_id: string
  listing_id: string
  reason: 'new' | 'price_drop' | 'back'
  reference: string
  title: string
  /** What clients read. */
  public_title: string
  price_minor: number | null
  currency: string
  rent_period: RentPeriod | null
  locality: string | null
  owner_id: string | null
  team_id: string | null
  is_over: boolean
  is_public: boolean
}

export interface Letter {
  search: SavedSearch
  member: Member | null
  contact: Contact | null
  found: FoundListing[]
}

export type Due = { frequency?: unknown; searchId?: unknown }

/** Takes the letters of some searches into hand: nobody else does, and none is written twice. */
export async function takeLetters({ frequency, searchId }: Due): Promise<Letter[]> {
  const { rows: taken } = await unitSql<{ id: string }>(
    `with due as (
       select search.id from saved_searches as search
        where ${searchId ? 'search.id = ?::uuid' : 'search.frequency = ?'}
          and exists (select from search_alerts where search_id = search.id and state = 'waiting')
        order by search.id limit ${LETTERS} for update skip locked)
     update search_alerts set state = 'sending', settled_at = now() from due
      where search_alerts.search_id = due.id and state = 'waiting' returning search_alerts.id`,
    [searchId ?? frequency]
  )
  return taken.length === 0 ? [] : lettersOf(taken.map(({ id }) => id))
}

/** What a process that died had taken into hand waits again. Nobody writes one letter for an hour. */
export async function releaseLetters(): Promise<void> {
  await unitSql(
    `update search_alerts set state = 'waiting', settled_at = null
      where state = 'sending' and coalesce(settled_at, found_at) < now() - interval '1 hour'`
  )
}

async function lettersOf(alertIds: string[]): Promise<Letter[]> {
  const { rows } = await unitSql<FoundListing>(
    `select alert.id as alert_id, alert.search_id, listings.id as listing_id, alert.reason, listings.reference, listings.title,
            ${PUBLIC_TITLE} as public_title, listings.price_minor, listings.currency, listings.rent_period, property.locality,
            listings.owner_id, listings.team_id, listings.deleted_at is not null or listings.status <> 'active' as is_over,
            listings.visibility = 'public' as is_public
       from search_alerts as alert join listings on listings.id = alert.listing_id
       join properties as property on property.id = listings.property_id
      where alert.id = any(?::uuid[]) order by alert.id`,
    [alertIds]
  )
  const bySearch = Map.groupBy(rows, ({ search_id: id }) => id)
  const searches = await SavedSearch.findMany([...bySearch.keys()])
  const members = await Member.findMany(searches.map(({ ownerId }) => ownerId))
  const contactIds = searches.flatMap(({ contactId }) => contactId ?? [])
  const contacts = await Contact.query().whereIn('id', contactIds).preload('points')
  return searches.map((search) => ({
    search,
    member: members.find(({ id }) => id === search.ownerId) ?? null,
    contact: contacts.find(({ id }) => id === search.contactId) ?? null,
    found: bySearch.get(search.id) ?? [],
  }))
}

/** Where the letter goes, or why it does not: what a client refused holds until the last moment. */
export function addressOf({ search, member, contact }: Letter) {
  if (member?.state !== 'active') return { because: 'gone' as const }
  if (!search.forContact) return { to: member.email, name: member.name }
  if (!contact) return { because: 'gone' as const }
  if (contact.refuses('email')) return { because: 'refused' as const }
  const to = contact.emails[0]?.value
  return to ? { to, name: contact.name } : { because: 'no_email' as const }
}
