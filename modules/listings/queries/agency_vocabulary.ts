import { Remembered } from '#app/identity'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { marketVocabulary } from '../plain_words/market_vocabulary.ts'
import type { Place, Vocabulary } from '../plain_words/parsed.ts'
import { ownPlaces } from './own_places.ts'

/** Announced with the agency's id when it may have listings in places that are new to it. */
export const PLACES_CHANGED = 'freehold_listing_places'

/** More names than an agency has; the busiest count. */
const MOST_PLACES = 500
const MOST_KEPT = 500

const current = new Remembered<Vocabulary>(300_000)
/** As long as an agency's places stay, so does its object: its words are prepared already. */
const prepared = new Map<string, Vocabulary>()

noticeBoard.on(PLACES_CHANGED, (tenantId) => current.forget(tenantId))
noticeBoard.onGap(() => current.forgetAll())

/** All that somebody can ask of this agency's listings, its own places among it. */
export async function agencyVocabulary(): Promise<Vocabulary> {
  const { id, market } = unit().tenant
  const common = marketVocabulary(market)
  const found = await current.read(id, async () => {
    const own = await placesOf(common)
    return own.length === 0 ? common : settled(id, { ...common, localities: own })
  })
  return found ?? common
}

function settled(tenantId: string, fresh: Vocabulary): Vocabulary {
  const known = prepared.get(tenantId)
  const keys = (one?: Vocabulary) =>
    JSON.stringify(one?.localities.map(({ key, city, also }) => [key, city, also]))
  if (known && keys(known) === keys(fresh)) return known
  if (prepared.size >= MOST_KEPT) prepared.clear()
  prepared.set(tenantId, fresh)
  return fresh
}

/** The market's places, those that the agency wrote down, and others where it has listings; by name. */
async function placesOf({ localities }: Vocabulary): Promise<Place[]> {
  const written = (await ownPlaces()).map(({ name, city, also }) => ({
    ...{ key: name, name, also },
    city: city ?? undefined,
  }))
  const known = new Set(
    [...localities, ...written].flatMap(({ name, also }) => [name, ...also]).map(lower)
  )
  const own = [...written, ...(await learnedPlaces(known))].sort((one, other) =>
    one.name.localeCompare(other.name)
  )
  return own.length === 0 ? [] : [...localities, ...own]
}

/** Where the agency has listings and nobody knew of a place. */
async function learnedPlaces(known: Set<string>): Promise<Place[]> {
  const { rows } = await unitSql<{ name: string; city: string | null }>(
    `select min(locality) as name, min(city) as city from properties
      where locality is not null group by lower(locality) order by count(*) desc, 1 limit ?`,
    [MOST_PLACES]
  )
  return rows
    .filter(({ name }) => !known.has(lower(name)) && !name.includes(','))
    .map(({ name, city }) => ({ key: name, name, city: city ?? undefined, also: [] }))
}

function lower(text: string): string {
  return text.toLowerCase()
}
