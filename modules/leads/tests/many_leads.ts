import { unitSql } from '#kernel/tenancy/sql'
import { drawn, drawnFrom } from '../../contacts/tests/many_contacts.ts'

/**
 * Leads of the last three years, one for each of so many contacts, every third of them for a
 * listing: as an agency has them that never throws one away.
 */
export async function manyLeads(count: number): Promise<void> {
  await unitSql(LEADS, [count])
  await unitSql(ENTRIES)
  await unitSql(INTERESTS)
  await unitSql(
    `update leads set next_action_on = entry.next_action_on from timeline_entries as entry
      where entry.subject_type = 'lead' and entry.subject_id = leads.id and entry.next_action_on is not null`
  )
}

/** Of twenty: two new (half of them unanswered), three contacted, two qualified, one in negotiation, four won, eight lost. */
const STATUS = `array['lost','contacted','lost','converted','new','lost','qualified','lost','converted','contacted',
  'lost','negotiation','lost','converted','new','lost','qualified','contacted','converted','lost']`

const SOURCES = `array['website','property_portal','referral','phone','walk_in','whatsapp','email','social_media','event']`

const LEADS = `
  insert into leads (contact_id, name, phone, email, source, intent, budget_max_minor, currency, city, address, motivation,
                     status, stage_id, lost_reason, owner_id, keeper_id, team_id, assigned_at, priority_score,
                     first_responded_at, last_touched_at, converted_at, created_at)
  select case when n % 3 = 0 then contact.id end, contact.name, contact.primary_phone, contact.primary_email,
         ${drawnFrom(SOURCES, 11)}, ${drawnFrom(`array['buy','buy','rent','sell','let']`, 12)},
         20000000 + ${drawn(900, 13)} * 100000, 'USD', contact.city, jsonb_build_object('city', contact.city),
         1 + ${drawn(5, 14)}, lead.status, stage.id, case when lead.status = 'lost' then 'no_answer' end,
         contact.owner_id, contact.owner_id, contact.team_id, lead.at, 1 + ${drawn(99, 15)},
         case when lead.status <> 'new' or ${drawn(2, 16)} = 0 then lead.at + ${drawn(4000, 17)} * interval '1 minute' end,
         lead.at + ${drawn(48, 18)} * interval '1 hour', case when lead.status = 'converted' then lead.at + interval '30 days' end,
         lead.at
    from (select *, row_number() over (order by id)::integer as n from contacts limit ?) as contact
    cross join lateral (select ${drawnFrom(STATUS, 19)} as status, now() - n * interval '15 minutes' as at) as lead
    join pipeline_stages as stage on stage.position = case lead.status
           when 'qualified' then 2 + n % 2 when 'negotiation' then 4 when 'converted' then 5 else 1 end`

/** Something was said to everybody; of the open ones some are to be called by now. */
const ENTRIES = `
  insert into timeline_entries (subject_type, subject_id, kind, happened_at, details, outcome, next_action, next_action_on, author_id)
  select 'lead', id, 'call', last_touched_at, 'Asked when they can come and see it', 'positive',
         case when n % 40 = 0 then 'Send the floor plan' end,
         case when n % 40 = 0 then current_date + (n / 40)::integer % 5 * 10 - 5 end, owner_id
    from (select *, row_number() over (order by id) as n from leads) as lead`

const INTERESTS = `
  insert into lead_interests (lead_id, listing_id)
  select lead.id, listing.id
    from (select id, row_number() over (order by id) as n from leads) as lead
    join (select id, row_number() over (order by id) - 1 as place, count(*) over () as size from listings) as listing
      on listing.place = lead.n % listing.size
   where lead.n % 3 = 0`
