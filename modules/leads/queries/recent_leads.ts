import type { Address } from '#kernel/markets/market_pack'
import { unitSql } from '#kernel/tenancy/sql'
import type { Intent } from '../lead_words.ts'
import { languageOf } from '../routing/facts.ts'

/** More than an agency gets in a month; whoever gets more rehearses with the newest. */
const MOST = 5_000

export interface RecentLead {
  id: string
  name: string
  source: string
  intent: Intent | null
  localities: string[]
  address: Address
  city: string | null
  currency: string
  value: number | null
  language: string | null
  listingAgentId: string | null
}

/** The leads of the last 30 days, as rules see them, the newest first. */
export async function recentLeads(): Promise<RecentLead[]> {
  const { rows } = await unitSql<RecentLead>(
    `select leads.id, name, source, intent, localities, address, city, leads.currency, value_minor as value,
            source_detail ->> 'language' as language,
            (select listings.owner_id from lead_interests join listings on listings.id = lead_interests.listing_id
              where lead_interests.lead_id = leads.id order by lead_interests.id limit 1) as "listingAgentId"
       from leads where deleted_at is null and created_at > now() - interval '30 days'
      order by created_at desc, id desc limit ?`,
    [MOST]
  )
  return rows.map((row) => ({ ...row, language: languageOf(row.language) }))
}
