import type { DealType, Timing, WantedFeature, WantedType } from './requirement_words.ts'

/** What somebody typed of what a contact looks for; amounts in minor units. */
export interface RequirementDraft {
  dealType: DealType
  budgetFrom?: number | null
  budgetTo?: number | null
  localities?: (string | null)[] | null
  types?: WantedType[] | null
  bedsMin?: number | null
  bathsMin?: number | null
  sizeMin?: number | null
  features?: WantedFeature[] | null
  timing?: Timing | null
  moveInOn?: string | null
  household?: string | null
  dealBreakers?: string | null
  version?: number | null
}
