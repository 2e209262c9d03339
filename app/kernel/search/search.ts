import type { Actor } from '#kernel/tenancy/actor'
import { unit } from '#kernel/tenancy/tenancy'
import { type KnownProvider, searchProviders } from './providers.ts'
import { type Found, findAlike, findWords } from './finding.ts'
import { withinReach } from './reach_sql.ts'
import { soughtBy } from './search_words.ts'

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
  const bounds = { types, reach: withinReach(actor), limit }
  const found = await findWords(sought, bounds)
  const alike = found.length < limit ? await findAlike(sought, bounds) : []
  const more = alike.filter((one) => !found.some(({ subjectId }) => subjectId === one.subjectId))
  return groupsOf(providers, [...found, ...more].slice(0, limit))
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
