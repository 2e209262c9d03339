import { plainJson } from '#app/imports'
import { today } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { freshUntil } from '../actions/confirm_listings.ts'
import { noteStep } from '../actions/step_listings.ts'
import type { ListingStatus } from '../listing_words.ts'
import Listing from '../models/listing.ts'
import type { ImportOrder } from './import_options.ts'
import type { Judgement } from './judge.ts'
import type { KnownListing } from './known_listing.ts'

interface Way {
  listing: KnownListing
  steps: ListingStatus[]
}

/** Takes listings to the statuses that their rows name, step by allowed step, many at once. */
export async function followStatuses(judgements: Judgement[], order: ImportOrder): Promise<void> {
  let ways = judgements.flatMap((one) => wayOf(one, order) ?? [])
  while (ways.length > 0) {
    const byStep = Map.groupBy(ways, ({ listing, steps }) => `${listing.status} ${steps[0]}`)
    for (const together of byStep.values()) await takeStep(together)
    ways = ways.map(({ listing, steps }) => ({ listing, steps: steps.slice(1) }))
    ways = ways.filter(({ steps }) => steps.length > 0)
  }
  await tellClosings(judgements)
}

/** The way that a row asks for; what cannot be walked is said beside the row. */
function wayOf(judgement: Judgement, { feedId }: ImportOrder): Way | null {
  const { listing, fed } = judgement
  if (!listing || !fed?.status || !asksFor(judgement)) return null
  const steps = stepsBetween(listing.status, fed.status, stepsFor(listing, feedId))
  if (steps && (!goesLive(steps) || mayGoLive(listing))) {
    judgement.isStepped = true
    return { listing, steps }
  }
  const place = { line: judgement.row.line, column: null, field: 'status' as const }
  const key = 'listings.import.problems.status_out_of_reach'
  judgement.problems.push({ ...place, value: fed.status, severity: 'warning', key, params: {} })
  return null
}

function stepsFor({ feed_id: itsFeed }: KnownListing, feedId: string | null) {
  return feedId !== null && feedId === itsFeed ? Listing.stepsOfFeed : Listing.steps
}

function asksFor({ listing, fed, deed }: Judgement): boolean {
  if (deed === 'skipped' || deed === 'refused') return false
  return fed?.status !== listing?.status && !listing?.locked_fields.includes('status')
}

function goesLive(steps: ListingStatus[]): boolean {
  return steps.includes('active')
}

/** Nothing goes on the market without a price, under an authority that has ended, or without the right. */
function mayGoLive({
  price_minor: price,
  authority_until: until,
  owner_id,
  team_id,
}: KnownListing) {
  const isOver = until !== null && until < today(unit().tenant.timeZone)
  const record = { ownerId: owner_id, teamId: team_id }
  return price !== null && !isOver && currentActor().reaches('listings.publish', record)
}

/** The shortest way of allowed steps; null where there is none. */
function stepsBetween(
  from: ListingStatus,
  to: ListingStatus,
  allowed: typeof Listing.steps
): ListingStatus[] | null {
  const ways: ListingStatus[][] = [[]]
  const seen = new Set([from])
  for (const way of ways) {
    const nexts = allowed[way.at(-1) ?? from]
    if (nexts.includes(to)) return [...way, to]
    const fresh = nexts.filter((next) => !seen.has(next))
    for (const next of fresh) seen.add(next)
    ways.push(...fresh.map((next) => [...way, next]))
  }
  return null
}

async function takeStep(ways: Way[]): Promise<void> {
  const [{ listing, steps }] = ways
  const [from, to] = [listing.status, steps[0]]
  const ids = ways.map((way) => way.listing.id)
  const actor = currentActor()
  await unitSql(
    `with moved as (
       update listings set status = ?, version = version + 1, updated_at = now()${BECOMES[to] ?? ''}
        where id = any(?::uuid[]) returning id)
     insert into status_steps (subject_type, subject_id, from_status, to_status, actor_id, actor_name)
     select 'listing', id, ?, ?, ?, ? from moved`,
    [to, ...(await becoming(to)), ids, from, to, actor.id, actor.name]
  )
  for (const way of ways) way.listing.status = to
  await noteStep(ids, { from, to })
}

/** A feed knows when and for how much something was sold; until it says so, that is today and the price asked. */
async function tellClosings(judgements: Judgement[]): Promise<void> {
  const told = judgements.flatMap(({ listing, fed }) =>
    listing?.status === 'closed' && fed?.closing && !listing.locked_fields.includes('status')
      ? { id: listing.id, on: fed.closing.on, price: fed.closing.priceMinor }
      : []
  )
  if (told.length === 0) return
  await unitSql(
    `update listings set closed_on = coalesce(new."on", closed_on), closed_price_minor = coalesce(new.price, closed_price_minor)
       from jsonb_to_recordset(?::jsonb) as new(id uuid, "on" date, price bigint)
      where listings.id = new.id and (closed_on, closed_price_minor) is distinct from
            (coalesce(new."on", closed_on), coalesce(new.price, closed_price_minor))`,
    [plainJson(told)]
  )
}

/** What becomes true with a step. */
const BECOMES: Partial<Record<ListingStatus, string>> = {
  active: ', activated_at = coalesce(activated_at, now()), fresh_until = ?',
  closed: `, closed_as = case deal_type when 'rent' then 'rented' else 'sold' end, closed_on = ?, closed_price_minor = price_minor`,
}

async function becoming(to: ListingStatus): Promise<string[]> {
  if (to === 'active') return [await freshUntil()]
  return to === 'closed' ? [today(unit().tenant.timeZone)] : []
}
