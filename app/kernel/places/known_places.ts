import { localitiesOf } from '#kernel/markets/localities'
import { manifests } from '#kernel/modules/module_registry'
import { unit } from '#kernel/tenancy/tenancy'
import type { KnownPlace } from './place_provider.ts'

/** The places that people of this agency may name: the market's, and those of its own. */
export async function knownPlaces(): Promise<KnownPlace[]> {
  return [...localitiesOf(unit().tenant.market), ...(await ownPlaces())]
}

/** What is suggested where somebody types a place. */
export async function placeNames(): Promise<string[]> {
  return [...new Set((await knownPlaces()).map(({ name }) => name))]
}

/** The same words, each the name of its place where it is one of the place's other names, and no other's. */
export async function inPlaceNames(words: string[]): Promise<string[]> {
  if (words.length === 0) return []
  const places = await knownPlaces()
  return [...new Set(words.map((word) => nameFor(word, places)))]
}

/** Those that the modules know which are on. */
async function ownPlaces(): Promise<KnownPlace[]> {
  const { modules } = unit().tenant
  const own: KnownPlace[] = []
  for (const { name, places } of manifests) {
    if (places && modules.has(name)) own.push(...(await (await places()).default.places()))
  }
  return own
}

function nameFor(word: string, places: KnownPlace[]): string {
  const isSame = (one: string) => one.toLowerCase() === word.toLowerCase()
  const byName = places.find(({ name }) => isSame(name))
  if (byName) return byName.name
  const names = new Set(places.filter(({ also }) => also.some(isSame)).map(({ name }) => name))
  const [only] = names
  return names.size === 1 ? only : word
}
