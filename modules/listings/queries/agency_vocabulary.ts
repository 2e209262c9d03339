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

noticeBoard.on(PLACES_CHANGED, (tenantId) => current.forgetThose((key) => key.includes(tenantId)))
noticeBoard.onGap(() => current.forgetAll())

/** All that somebody can ask of this agency's listings, its own places among it. */
export function agencyVocabulary(): Promise<Vocabulary> {
  return remembered(unit().tenant.id, async (common) => {
    const written = await writtenPlaces()
    return [...written, ...(await learnedPlaces([...common, ...written]))]
  })
}

/** What visitors can ask of: where listings lie that they may not see is nobody's business. */
export function siteVocabulary(): Promise<Vocabulary> {
  return remembered(`site ${unit().tenant.id}`, writtenPlaces)
}

async function remembered(key: string, read: (common: Place[]) => Promise<Place[]>) {
  const common = marketVocabulary(unit().tenant.market)
  const found = await current.read(key, async () => {
    const own = await read(common.localities)
    if (own.length === 0) return common
    own.sort((one, other) => one.name.localeCompare(other.name))
    return settled(key, { ...common, localities: [...common.localities, ...own] })
  })
  return found ?? common
}

function settled(key: string, fresh: Vocabulary): Vocabulary {
  const known = prepared.get(key)
  const keys = (one?: Vocabulary) =>
    JSON.stringify(one?.localities.map(({ key: of, city, also }) => [of, city, also]))
  if (known && keys(known) === keys(fresh)) return known
  if (prepared.size >= MOST_KEPT) prepared.clear()
  prepared.set(key, fresh)
  return fresh
}

/** The places that the agency wrote down. */
async function writtenPlaces(): Promise<Place[]> {
  const places = await ownPlaces()
  return places.map(({ name, city, also }) => ({ key: name, name, also, city: city ?? undefined }))
}

/** Where the agency has listings and nobody knew of a place. */
async function learnedPlaces(places: Place[]): Promise<Place[]> {
  const known = new Set(places.flatMap(({ name, also }) => [name, ...also]).map(lower))
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
