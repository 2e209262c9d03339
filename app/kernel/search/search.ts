import type { Actor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { type KnownProvider, searchProviders } from './providers.ts'
import { type Condition, withinReach } from './reach_sql.ts'
import { type Sought, soughtBy } from './search_words.ts'

export interface Hit {
  title: string
  detail: string
  url: string
  icon: string
}

/** What was found of one kind. */
export interface HitGroup {
  subjectType: string
  /** i18n key of the group's heading. */
  title: string
  hits: Hit[]
}

interface Found {
  subjectType: string
  subjectId: string
  title: string
  detail: string
}

/**
 * Finds records of every module that is on, in the open unit: those whose title is or begins with
 * what was typed first, then those that hold all of its words, then what looks alike. Only what
 * the actor may see, as far as the actor's reach goes.
 */
export async function search(
  actor: Actor,
  typed: string,
  { limit }: { limit: number }
): Promise<HitGroup[]> {
  const sought = soughtBy(typed)
  const providers = await searchProviders(unit().tenant.modules)
  if (!sought || providers.length === 0) return []
  const types = providers.map(({ provider }) => provider.subjectType)
  return groupsOf(providers, await find(sought, { types, reach: withinReach(actor), limit }))
}

interface Bounds {
  types: string[]
  reach: Condition
  limit: number
}

async function find(sought: Sought, { types, reach, limit }: Bounds): Promise<Found[]> {
  const { rows } = await unitSql<Found>(
    `with sought as (
       select lower(unaccent(?)) as whole, to_tsquery('simple', unaccent(?)) as beginnings, ?::text as digits)
     select subject_type as "subjectType", subject_id as "subjectId", title, detail
       from search_documents, sought
      where subject_type = any(?) and ${reach.sql}
        and (body @@ beginnings or whole <% trigrams or trigrams like '%' || digits || '%')
      order by case when lower(unaccent(title)) = whole then 0
                    when starts_with(lower(unaccent(title)), whole) then 1
                    when body @@ beginnings or trigrams like '%' || digits || '%' then 2 else 3 end,
               ts_rank(body, beginnings) desc, word_similarity(whole, trigrams) desc, title, subject_id
      limit ?`,
    [sought.whole, sought.beginnings, sought.digits, types, ...reach.values, limit]
  )
  return rows
}

function groupsOf(providers: KnownProvider[], found: Found[]): HitGroup[] {
  return providers
    .map(({ title, provider }) => ({
      subjectType: provider.subjectType,
      title,
      hits: found
        .filter(({ subjectType }) => subjectType === provider.subjectType)
        .map(({ subjectId, title: heading, detail }) => ({
          title: heading,
          detail,
          url: provider.urlFor(subjectId),
          icon: provider.icon,
        })),
    }))
    .filter(({ hits }) => hits.length > 0)
}
