import { unitSql } from '#kernel/tenancy/sql'
import type { FlaggedFacts } from '../scoring/flags.ts'

/** What flags are concluded from: prices are compared with the newest leads and listings of the same deal, currency and town. */
export async function flaggedFacts(
  ids: readonly string[]
): Promise<(FlaggedFacts & { id: string })[]> {
  const { rows } = await unitSql<FlaggedFacts & { id: string }>(FACTS, [ids])
  return rows
}

const FACTS = `select leads.id, leads.name, leads.message, leads.value_minor as value,
    usual.prices, usual.median, usual.spread,
    (select count(*)::integer from leads as same where same.created_at > now() - interval '7 days'
        and (same.phone = leads.phone or same.email = leads.email)) as repetitions,
    (select count(*)::integer from leads as same where same.created_at > now() - interval '1 day'
        and length(leads.message) > 20 and same.message = leads.message) as copies,
    exists (select from lead_lookups as found where found.lead_id = leads.id and part = 'phone'
        and asked = leads.phone and not is_real) as "hasWrongPhone",
    exists (select from lead_lookups as found where found.lead_id = leads.id and part = 'address'
        and asked = leads.address::text and not is_real) as "hasWrongAddress"
   from leads cross join lateral (
     with around as (
       (select value_minor as price from leads as other
         where other.deleted_at is null and other.value_minor > 0 and other.currency = leads.currency
           and other.city is not distinct from leads.city and other.id <> leads.id
           and other.intent in ('rent','let') is not distinct from leads.intent in ('rent','let')
         order by created_at desc limit 300)
       union all
       (select price_minor from listings join properties on properties.id = listings.property_id
         where listings.deleted_at is null and price_minor > 0 and listings.currency = leads.currency
           and properties.city is not distinct from leads.city
           and (deal_type = 'rent') = coalesce(leads.intent in ('rent','let'), false)
         order by listings.created_at desc limit 300)),
     middle as (
       select count(*)::integer as prices, percentile_cont(0.5) within group (order by price)::float8 as median from around)
     select prices, median,
            (select percentile_cont(0.5) within group (order by abs(ln(price) - ln(median)))::float8 from around) as spread
       from middle) as usual
  where leads.id = any(?::uuid[]) and leads.deleted_at is null`
