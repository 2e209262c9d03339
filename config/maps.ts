import env from '#start/env'

/** Pictures of the ground beneath maps; without them, maps carry the names of their places. */
const maps = {
  /** Such as `https://tile.example/{z}/{x}/{y}.png`; null for none. */
  tiles: env.get('MAP_TILES_URL') ?? null,
  /** Whom the provider of the pictures wants named. */
  attribution: env.get('MAP_TILES_ATTRIBUTION') ?? '',
}

export default maps

/** The hosts that the pictures come from, as a content security policy writes them. */
export function tileOrigins(tiles = maps.tiles): string[] {
  const [, origin] = /^(https?:\/\/[^/]+)\//.exec(tiles ?? '') ?? []
  return origin ? [origin.replace('{s}', '*')] : []
}
