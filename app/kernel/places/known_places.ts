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
  return [...new Set(words.map(await placeNaming()))]
}

/** Tells the name of the place that a word means; what means none, or several, stays as it is. */
export async function placeNaming(): Promise<(word: string) => string> {
  const places = await knownPlaces()
  const meant = new Map<string, string | null>()
  for (const { name, also } of places)
    for (const other of also.map(inSmallLetters))
      meant.set(other, (meant.has(other) ? meant.get(other) : name) === name ? name : null)
  for (const { name } of places.toReversed()) meant.set(inSmallLetters(name), name)
  return (word) => meant.get(inSmallLetters(word)) ?? word
}

function inSmallLetters(word: string): string {
  return word.toLowerCase()
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
