import { unitSql } from '#kernel/tenancy/sql'

/** Whoever looks for a home in a place by one of these names looks in `name` from now on. */
export async function renameWantedPlace(names: string[], name: string): Promise<void> {
  const known = names.map((one) => one.toLowerCase())
  await unitSql(
    `update contact_requirements set updated_at = now(), localities = array(
       select place from (
         select case when lower(said) = any(?::text[]) then ? else said end as place, min(at) as at
           from unnest(localities) with ordinality as wanted (said, at) group by 1) as renamed
        order by at)
      where exists (select from unnest(localities) as said where lower(said) = any(?::text[]) and said <> ?)`,
    [known, name, known, name]
  )
}
