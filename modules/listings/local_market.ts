import type { MarketPack } from '#kernel/markets/market_pack'
import { marketPack } from '#kernel/markets/packs'
import { knownPlaces } from '#kernel/places/known_places'
import type { KnownPlace } from '#kernel/places/place_provider'
import { unit } from '#kernel/tenancy/tenancy'

/** The market with all the places that this agency knows in it. */
export interface LocalMarket extends MarketPack {
  places: KnownPlace[]
}

export async function localMarket(): Promise<LocalMarket> {
  return { ...marketPack(unit().tenant.market), places: await knownPlaces() }
}
