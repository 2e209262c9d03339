import { unitSql } from '#kernel/tenancy/sql'
import type { Checklist } from '../lead_words.ts'

export interface ScoredFacts {
  id: string
  phone: string | null
  email: string | null
  intent: string | null
  message: string | null
  value_minor: number | null
  city: string | null
  localities: string[]
  motivation: number | null
  checklist: Checklist
  age_days: number
  typical: number | null
  near: number
  recent: number
  touched_days_ago: number | null
  visits: number
  last_outcome: string | null
}

/** What priority and quality of these leads are reckoned from, compared with the agency's last 400. */
export async function scoredFacts(ids: readonly string[]): Promise<ScoredFacts[]> {
  const { rows } = await unitSql<ScoredFacts>(FACTS, [ids])
  return rows
}

const FACTS = `with recent as materialized (
     select value_minor, currency, city, intent in ('rent','let') as letting
       from leads where deleted_at is null order by created_at desc, id desc limit 400),
   worth as (
     select currency, letting, percentile_disc(0.5) within group (order by value_minor) as typical
       from recent where value_minor is not null group by currency, letting),
   towns as (select city, count(*)::integer as near from recent where city is not null group by city)
   select leads.id, phone, email, leads.intent, message, leads.value_minor, leads.city, localities, motivation,
          checklist, extract(epoch from now() - leads.created_at)::float8 / 86400 as age_days, worth.typical,
          coalesce(towns.near, 0) as near, (select count(*)::integer from recent) as recent,
          extract(epoch from now() - said.touched_at)::float8 / 86400 as touched_days_ago,
          said.visits, said.last_outcome
     from leads
     left join worth on worth.currency = leads.currency and worth.letting is not distinct from leads.intent in ('rent','let')
     left join towns on towns.city = leads.city
     cross join lateral (
       select max(happened_at) as touched_at,
              count(*) filter (where kind = 'site-visit')::integer as visits,
              (array_agg(outcome order by happened_at desc) filter (where outcome is not null))[1] as last_outcome
         from timeline_entries
        where subject_type = 'lead' and subject_id = leads.id and deleted_at is null
          and kind not in ('note', 'change')) as said
    where leads.id = any(?::uuid[])`
