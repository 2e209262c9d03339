import { features } from '../listing_words.ts'

interface Described {
  features: string[]
  title: string
  description: string | null
}

/** "No lift, busy road": what may be missing in no case, and what may be there in none. */
const MISSING = /^(?:no|without(?: an?)?|lack of|missing)\s+/i

/** The parts of what somebody never wants that a listing has, in their own words. */
export function brokenBy(dealBreakers: string | null, home: Described): string[] {
  const parts = (dealBreakers ?? '').split(/[\n,;.]+|\bor\b|\band\b/i).map((part) => part.trim())
  return parts.filter((part) => part.length > 2 && isBroken(part, home))
}

function isBroken(part: string, home: Described): boolean {
  const isMissing = MISSING.test(part)
  const what = part.replace(MISSING, '').toLowerCase()
  const feature = features.find((one) => one === what.replaceAll(/[\s-]+/g, '_'))
  if (feature) return home.features.includes(feature) !== isMissing
  const said = `${home.title} ${home.description ?? ''}`.toLowerCase()
  return said.includes(part.toLowerCase())
}
