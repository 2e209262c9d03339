import { readMoney } from '#kernel/markets/money'
import { isDay } from '#kernel/markets/time'
import { type LocalMarket, localMarket } from '../local_market.ts'
import { rowReader } from '../importing/draft_listing.ts'
import type { FedClosing, FedFacts, FedListing, ReadRow } from '../importing/fed_listing.ts'
import { typeIn } from '../importing/word_meanings.ts'
import type ListingFeed from '../models/listing_feed.ts'
import { type MatchedAgents, agentKeyOf, matchedAgents } from './feed_agents.ts'
import { RESO_MAPPING, cellsOf } from './record_cells.ts'
import type { ResoRecord } from './reso_record.ts'

/** Makes the reader for the records of this feed, who knows the agents that it names. */
export async function readerFor({ id }: ListingFeed) {
  return recordReader(id, await localMarket(), await matchedAgents(id))
}

/** Makes a reader for the records of one feed: keys of two feeds are never the same listing. */
export function recordReader(feedId: string, market: LocalMarket, agents: MatchedAgents) {
  const read = rowReader(RESO_MAPPING, market, `feed ${feedId}`)
  return (record: ResoRecord, line: number): ReadRow => {
    const row = read({ line, cells: cellsOf(record) })
    if (!row.fed) return row
    const agentId = agents.get(agentKeyOf(record) ?? '') ?? null
    return { ...row, fed: { ...withAgreed(row.fed, record, market), agentId } }
  }
}

/** What lists do not tell and feeds do: until when it is offered, to whom, and how it ended. */
function withAgreed(fed: FedListing, record: ResoRecord, market: LocalMarket): FedListing {
  const type = fed.facts.type ?? typeIn(cellsOf(record).PropertyType)
  const facts: Partial<FedFacts> = {
    ...fed.facts,
    ...(type && { type }),
    ...authorityOf(record),
    ...visibilityOf(record),
  }
  return { ...fed, facts, closing: closingOf(record, market) }
}

function authorityOf(record: ResoRecord): Partial<FedFacts> {
  const from = dayIn(record.ListingContractDate)
  const until = dayIn(record.ExpirationDate)
  if (from && until && until < from) return {}
  return { ...(from && { authority_from: from }), ...(until && { authority_until: until }) }
}

/** What the seller allows on the internet. */
function visibilityOf(record: ResoRecord): Partial<FedFacts> {
  const { InternetEntireListingDisplayYN: isShown, InternetAddressDisplayYN: hasAddress } = record
  return {
    ...(typeof isShown === 'boolean' && { visibility: isShown ? 'public' : 'private' }),
    ...(typeof hasAddress === 'boolean' && { hides_address: !hasAddress }),
  }
}

function closingOf({ CloseDate, ClosePrice }: ResoRecord, { currency }: LocalMarket): FedClosing {
  const price = ClosePrice ? readMoney(String(ClosePrice), currency) : null
  return { on: dayIn(CloseDate), priceMinor: price?.ok ? price.minor : null }
}

function dayIn(value: unknown): string | null {
  const day = typeof value === 'string' ? value.slice(0, 10) : ''
  return isDay(day) ? day : null
}
