import type { PropertyDraft } from '../listing_draft.ts'
import { type Feature, type PropertyType, features, propertyTypes } from '../listing_words.ts'
import type { Parsed } from '../plain_words/parsed.ts'
import { parsePlainWords } from '../plain_words/parse_plain_words.ts'
import { agencyVocabulary } from './agency_vocabulary.ts'

/** What somebody says of their home, they say soon. */
const MOST = 1_000

/**
 * What words say of one home: "my 3 bedroom house, 2,000 sqft, with a garage". What could mean
 * several things, such as "2–3 bedrooms" or "about 1,800", is left for somebody to ask.
 */
export async function homeInWords(text: string): Promise<Partial<PropertyDraft>> {
  const said = parsePlainWords(text.slice(0, MOST), await agencyVocabulary())
  const [type, ...others] = said.types ?? []
  return {
    ...(others.length === 0 && isType(type) ? { type } : {}),
    ...(said.beds_min === said.beds_max ? { beds: said.beds_min } : {}),
    baths: said.baths_min,
    ...areaIn(said),
    features: said.features?.filter(isFeature),
  }
}

/** Acres and hectares are of land, the others of what stands on it. */
function areaIn({ size_min: least, size_max: most, size_unit: unit }: Parsed) {
  if (!least || !unit || (most !== undefined && most !== least)) return {}
  if (unit === 'acre' || unit === 'hectare') return { plot: least, plotUnit: unit }
  return { size: least, sizeUnit: unit }
}

function isType(word: string | undefined): word is PropertyType {
  return propertyTypes.some((type) => type === word)
}

function isFeature(word: string): word is Feature {
  return features.some((feature) => feature === word)
}
