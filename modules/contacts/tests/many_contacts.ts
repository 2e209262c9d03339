import { unitSql } from '#kernel/tenancy/sql'

/** Contacts that exist nowhere, with their points and what was said to them, in a few statements. */
export async function manyContacts(count: number): Promise<void> {
  await unitSql(CONTACTS, [count])
  await unitSql(POINTS)
  await unitSql(ENTRIES)
  await unitSql(TAGS)
  await unitSql(
    `update contacts set next_action_on = entry.next_action_on from timeline_entries as entry
      where entry.subject_type = 'contact' and entry.subject_id = contacts.id and entry.next_action_on is not null`
  )
}

/** SQL of a number below `size` that looks drawn, is the same each time, and depends on no other draw of its row. */
export function drawn(size: number | string, draw: number): string {
  return `((hashint4(n * 31 + ${draw}) & 2147483647) % ${size})::integer`
}

/** One of a list of SQL. */
export function drawnFrom(list: string, draw: number): string {
  return `(${list})[1 + ${drawn(`cardinality(${list})`, draw)}]`
}

/** Names come up again as they do in real lists, about forty times each. */
const FIRST = `array['Ann','Ben','Cleo','Dan','Eve','Finn','Gita','Hugo','Ines','Jon','Kaja','Liam','Mei','Noor','Omar',
  'Priya','Rudo','Sven','Tendai','Uma','Vera','Wes','Ximena','Yusuf','Zoe','Farai','Chloe','Diego','Marta','Olu']`
const LAST = `array['Abara','Berg','Chen','Diaz','Egede','Fofana','García','Hughes','Ito','Johnson','Khan','Lopez','Moyo',
  'Ncube','Okafor','Patel','Quist','Rossi','Smith','Tanaka','Ueda','Varga','Wong','Xu','Young','Zhang','Adeyemi','Brown',
  'Castro','Dube','Evans','Fischer','Gupta','Hansen','Ivanov','Jensen','Kumar','Larsson','Müller','Nguyen','O''Brien',
  'Petrov','Quinn','Reyes','Sato','Taylor','Usman','Vargas','Walker','Yilmaz','Zulu','Anders','Bauer','Costa','Dlamini',
  'Eriksen','Ferrari','Gómez','Haddad','Ibrahim','Jovanović','Keller','Lindqvist','Mensah','Novak','Osei','Park','Ruiz',
  'Silva','Takahashi','Umar','Vogel','Weber','Yamamoto','Zimmermann','Ahmed','Bello','Cruz','Das','Endo']`
const CITIES = `array['Seattle','Bellevue','Renton','Kent','Kirkland','Redmond','Auburn','Federal Way','Sammamish',
  'Issaquah','Shoreline','Burien','Bothell','Maple Valley','Mercer Island','Kenmore','Snoqualmie','Enumclaw']`

const CONTACTS = `
  insert into contacts (name, first_name, last_name, kinds, tag_names, source, city, owner_id, team_id, primary_phone,
                        primary_email, consent, last_touched_at, created_at)
  select first || ' ' || last, first, last,
         array[${drawnFrom(`array['buyer','seller','tenant','landlord','investor']`, 1)}],
         case ${drawn(30, 2)} when 0 then array['VIP'] when 1 then array['Warm'] when 2 then array['Warm'] else '{}' end,
         ${drawnFrom(`array['referral','website','walk_in','property_portal','other']`, 3)}, ${drawnFrom(CITIES, 4)},
         agent.id, agent.team_id, '+1206' || lpad((2000000 + n)::text, 7, '0'),
         lower(unaccent(first)) || n || '@mail.example', '{"email": {"state": "granted", "at": null, "how": null}}',
         now() - ${drawn(900, 5)} * interval '1 day', now() - n * interval '12 minutes'
    from generate_series(1, ?::integer) as n
    cross join lateral (select ${drawnFrom(FIRST, 6)} as first, ${drawnFrom(LAST, 7)} as last) as person
    cross join (select array_agg(id) as ids from members where role in ('senior_agent', 'junior_agent')) as agents
    join members as agent on agent.id = ${drawnFrom('agents.ids', 8)}`

const POINTS = `
  insert into contact_points (contact_id, kind, value, label, position)
  select id, 'phone', primary_phone, 'mobile', 0 from contacts
  union all select id, 'email', primary_email, 'personal', 1 from contacts`

/** Something was said to everybody; one in two hundred is to be called by now. */
const ENTRIES = `
  insert into timeline_entries (subject_type, subject_id, kind, happened_at, details, outcome, next_action, next_action_on, author_id)
  select 'contact', id, 'call', last_touched_at, 'Talked about what they are looking for', 'positive',
         case when n % 40 = 0 then 'Call again' end,
         case when n % 40 = 0 then current_date + (n / 40)::integer % 5 * 10 - 5 end, owner_id
    from (select *, row_number() over (order by id) as n from contacts) as contact`

const TAGS = `
  with tag as (insert into tags (name) values ('Warm'), ('VIP') returning id, name)
  insert into taggings (tag_id, subject_type, subject_id)
  select tag.id, 'contact', contacts.id from contacts join tag on contacts.tag_names @> array[tag.name]`
