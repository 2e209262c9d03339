import { noteChange } from '#app/records'
import { today } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import ListingsActivated from '../events/listings_activated.ts'
import ListingsClosed from '../events/listings_closed.ts'
import { type ListingsEvent, tellOf } from '../events/listings_event.ts'
import ListingsExpired from '../events/listings_expired.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import ListingsWithdrawn from '../events/listings_withdrawn.ts'
import type { ListingStatus } from '../listing_words.ts'
import Listing from '../models/listing.ts'

export interface Step {
  to: ListingStatus
  /** Only those that stand here; without it, all for which it is a step. */
  from?: ListingStatus
}

/** Moves listings a step along: those for which it is one. Answers which. */
export async function stepListings(ids: string[], { to, from }: Step): Promise<string[]> {
  const moved = await move(ids, { to, from: from ? [from] : stepsTo(to) })
  const starts = [...new Set(moved.map(({ from_status: start }) => start))]
  for (const start of starts) {
    const those = moved.filter(({ from_status: status }) => status === start)
    await noteStep(
      those.map(({ subject_id: id }) => id),
      { from: start, to }
    )
  }
  return moved.map(({ subject_id: id }) => id)
}

interface Moved {
  subject_id: string
  from_status: ListingStatus
}

/** Nobody goes back on the market under an authority that has ended. */
async function move(ids: string[], { to, from }: { to: ListingStatus; from: ListingStatus[] }) {
  const actor = currentActor()
  const now = today(unit().tenant.timeZone)
  const { rows } = await unitSql<Moved>(
    `with moved as (
       update listings set status = ?, version = listings.version + 1, updated_at = now()
         from listings as before
        where listings.id = any(?::uuid[]) and before.id = listings.id and before.status = any(?::text[])
          and (?::text <> 'active' or before.authority_until is null or before.authority_until >= ?)
        returning listings.id, before.status as from_status)
     insert into status_steps (subject_type, subject_id, from_status, to_status, actor_id, actor_name)
     select 'listing', id, from_status, ?, ?, ? from moved returning subject_id, from_status`,
    [to, ids, from, to, now, to, actor.id, actor.name]
  )
  return rows
}

function stepsTo(to: ListingStatus): ListingStatus[] {
  const all = Object.keys(Listing.steps) as ListingStatus[]
  return all.filter((from) => Listing.steps[from].includes(to))
}

/** Tells the timelines and the house that these listings took a step. */
export async function noteStep(
  ids: string[],
  { from, to, reason }: { from: string; to: ListingStatus; reason?: string | null }
): Promise<void> {
  const changes = [{ field: 'listings.fields.status', from, to, words: 'listings.statuses' }]
  const why = reason ? [{ field: 'listings.fields.reason', from: null, to: reason }] : []
  await noteChange('listing', ids, [...changes, ...why])
  tellOf(eventOf[to] ?? ListingsUpdated, ids)
}

const eventOf: Partial<Record<ListingStatus, new (ids: string[]) => ListingsEvent>> = {
  active: ListingsActivated,
  closed: ListingsClosed,
  expired: ListingsExpired,
  withdrawn: ListingsWithdrawn,
}
