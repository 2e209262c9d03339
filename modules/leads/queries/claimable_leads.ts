import type { Actor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'
import type { Intent } from '../lead_words.ts'

export interface ClaimableLead {
  lead_id: string
  hidden: boolean
  expires_at: Date
  created_at: Date
  name: string
  source: string
  intent: Intent | null
  city: string | null
  value_minor: number | null
  currency: string
}

/** Leads that the actor may claim now, the most pressing first. */
export async function claimableLeads(actor: Actor): Promise<ClaimableLead[]> {
  const { rows } = await unitSql<ClaimableLead>(
    `select lead_id, hidden, expires_at, leads.created_at, leads.name, leads.source, leads.intent,
            leads.city, leads.value_minor, leads.currency
       from lead_claims join leads on leads.id = lead_claims.lead_id
      where closed_at is null and ?::uuid = any(member_ids) and leads.owner_id is null and leads.deleted_at is null
      order by expires_at, lead_id limit 50`,
    [actor.id]
  )
  return rows
}
