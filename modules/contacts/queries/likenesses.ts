import { unitSql } from '#kernel/tenancy/sql'

/** From here on two contacts are worth a look. */
const WORTH_A_LOOK = 50

/** A number that so many share is an office's, not a person's. */
const SHARED_BY = 20

/**
 * Looks for the likeness of these contacts to all others, and keeps it anew: the same number or
 * address, or nearly the same name in the same town or where nothing else could tell them apart.
 * Pairs that somebody dismissed stay dismissed. Set by set, each led by an index.
 */
export async function keepLikenesses(ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  await beStrictAboutNames()
  await unitSql(
    `delete from contact_pairs where state = 'open'
        and (first_id = any(?::uuid[]) or second_id = any(?::uuid[]))`,
    [ids, ids]
  )
  const { rowCount } = await unitSql(keep, [ids, SHARED_BY, WORTH_A_LOOK])
  return rowCount
}

/** How alike two names must be for the operator `%`, until the unit ends. */
export async function beStrictAboutNames(): Promise<void> {
  await unitSql(`select set_config('pg_trgm.similarity_threshold', '0.6', true)`)
}

/** One minus all doubts: whatever speaks for the same person makes the doubt that is left smaller. */
const score = `least(99, round(100 * (1 - (1 - 0.6 * phone::int) * (1 - 0.6 * email::int)
  * (1 - 0.7 * greatest(0, (name - 0.5) / 0.5)) * (1 - 0.2 * city::int))::numeric))::integer`

const keep = `
with mine as materialized (
  select id, lower(name) as name, lower(city) as city, primary_phone is null and primary_email is null as unreached
    from contacts where id = any(?::uuid[]) and deleted_at is null),
sharing as (
  select mine.id as one, theirs.contact_id as other, point.kind
    from mine join contact_points as point on point.contact_id = mine.id
    cross join lateral (
      select contact_id from contact_points as same
       where same.kind = point.kind and same.value = point.value and same.contact_id <> mine.id limit ?) as theirs),
alike as (
  select mine.id as one, near.id as other from mine cross join lateral (
    select id from contacts as other
     where other.deleted_at is null and lower(other.name) % mine.name and other.id <> mine.id
       and (lower(other.city) = mine.city or mine.unreached
            or (other.primary_phone is null and other.primary_email is null))
     order by similarity(lower(other.name), mine.name) desc, other.id limit 5) as near),
pairs as (
  select least(one, other) as first_id, greatest(one, other) as second_id,
         coalesce(bool_or(kind = 'phone'), false) as phone, coalesce(bool_or(kind = 'email'), false) as email
    from (select one, other, kind from sharing union all select one, other, null from alike) as found
   group by 1, 2),
judged as (
  select pairs.*, similarity(lower(a.name), lower(b.name)) as name, coalesce(lower(a.city) = lower(b.city), false) as city
    from pairs join contacts as a on a.id = first_id and a.deleted_at is null
    join contacts as b on b.id = second_id and b.deleted_at is null),
scored as (
  select first_id, second_id, ${score} as score,
         array_remove(array[case when phone then 'phone' end, case when email then 'email' end,
           case when name >= 0.6 then 'name' end, case when city then 'city' end], null) as reasons
    from judged)
insert into contact_pairs (first_id, second_id, score, reasons)
select first_id, second_id, score, reasons from scored where score >= ?
 order by first_id, second_id
on conflict (first_id, second_id) do update
   set score = excluded.score, reasons = excluded.reasons, updated_at = now()
 where contact_pairs.state = 'open'`
