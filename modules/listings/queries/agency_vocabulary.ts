import { Remembered } from '#app/identity'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { marketVocabulary } from '../plain_words/market_vocabulary.ts'
import type { Place, Vocabulary } from '../plain_words/parsed.ts'

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
    const own = await ownPlaces(common)
    return own.length === 0 ? common : settled(id, { ...common, localities: own })
  })
  return found ?? common
}

function settled(tenantId: string, fresh: Vocabulary): Vocabulary {
  const known = prepared.get(tenantId)
  const keys = (one?: Vocabulary) => JSON.stringify(one?.localities.map(({ key }) => key))
  if (known && keys(known) === keys(fresh)) return known
  if (prepared.size >= MOST_KEPT) prepared.clear()
  prepared.set(tenantId, fresh)
  return fresh
}

/** The market's places, and those that it does not know where the agency has listings; by name. */
async function ownPlaces({ localities }: Vocabulary): Promise<Place[]> {
  const { rows } = await unitSql<{ name: string; city: string | null }>(
    `select min(locality) as name, min(city) as city from properties
      where locality is not null group by lower(locality) order by count(*) desc, 1 limit ?`,
    [MOST_PLACES]
  )
  const names = new Set(localities.flatMap(({ name, also }) => [name, ...also]).map(lower))
  const own = rows
    .filter(({ name }) => !names.has(lower(name)) && !name.includes(','))
    .map(({ name, city }) => ({ key: name, name, city: city ?? undefined, also: [] }))
    .sort((one, other) => one.name.localeCompare(other.name))
  return own.length === 0 ? [] : [...localities, ...own]
}

function lower(text: string): string {
  return text.toLowerCase()
}
