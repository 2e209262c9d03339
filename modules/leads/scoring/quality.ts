import { type Checklist, checks } from '../lead_words.ts'

/** What is known of a lead, as far as its quality is told by it. */
export interface QualityFacts {
  checklist: Checklist
  phone: string | null
  email: string | null
  intent: string | null
  valueMinor: number | null
  city: string | null
  localities: readonly string[]
  message: string | null
  motivation: number | null
}

/** 1 to 5 stars: half for what was verified, half for what is known at all. */
export function starsOf(facts: QualityFacts): number {
  const verified = checks.filter((check) => facts.checklist[check]).length / checks.length
  const known = knownParts(facts)
  const complete = known.filter(Boolean).length / known.length
  return Math.min(5, Math.max(1, Math.round(1 + 2 * verified + 2 * complete)))
}

function knownParts(facts: QualityFacts): boolean[] {
  return [
    facts.phone !== null,
    facts.email !== null,
    facts.intent !== null,
    facts.valueMinor !== null,
    facts.city !== null || facts.localities.length > 0,
    facts.message !== null || facts.motivation !== null,
  ]
}
