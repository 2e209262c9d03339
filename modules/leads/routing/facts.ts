import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { type LeadDraft, columnsOf } from '../lead_draft.ts'
import type Lead from '../models/lead.ts'
import type { RoutingFacts } from './conditions.ts'

type Known = Pick<Lead, 'source' | 'intent' | 'localities' | 'address' | 'city'> & {
  currency: string
  value: number | null
  language: string | null
  listingAgentId: string | null
}

/** What rules look at; a price in another currency is none. */
export function factsFrom(known: Known): RoutingFacts {
  const { source, intent, localities, address, city, value, language, listingAgentId } = known
  const places = [...localities, city, address.locality, address.postcode]
  return {
    source,
    intent,
    language,
    listingAgentId,
    places: places.filter((place): place is string => !!place),
    price: known.currency === unit().tenant.currency ? value : null,
  }
}

export async function factsOfDraft(draft: LeadDraft): Promise<RoutingFacts> {
  const columns = columnsOf(draft)
  const { askingPriceMinor, budgetMaxMinor, budgetMinMinor } = columns
  return factsFrom({
    ...columns,
    currency: draft.currency ?? unit().tenant.currency,
    value: askingPriceMinor ?? budgetMaxMinor ?? budgetMinMinor,
    language: languageOf(draft.sourceDetail?.language),
    listingAgentId: draft.listingId ? await agentOf(draft.listingId) : null,
  })
}

export async function factsOfLead(lead: Lead): Promise<RoutingFacts> {
  const { rows } = await unitSql<{ id: string }>(
    `select listing_id as id from lead_interests where lead_id = ? and listing_id is not null order by id limit 1`,
    [lead.id]
  )
  return factsFrom({
    ...pick(lead),
    value: lead.valueMinor,
    language: languageOf(lead.sourceDetail.language),
    listingAgentId: rows[0] ? await agentOf(rows[0].id) : null,
  })
}

function pick({ source, intent, localities, address, city, currency }: Lead) {
  return { source, intent, localities, address, city, currency }
}

/** The language without its region: `en` of `en-US`. */
export function languageOf(said: unknown): string | null {
  return typeof said === 'string' && said !== '' ? said.slice(0, 2).toLowerCase() : null
}

async function agentOf(listingId: string): Promise<string | null> {
  const { rows } = await unitSql<{ agent: string | null }>(
    'select owner_id as agent from listings where id = ? and deleted_at is null',
    [listingId]
  )
  return rows[0]?.agent ?? null
}
