import type { JsonSchema } from '#kernel/modules/api_description'
import {
  authorityKinds,
  closedAs,
  dealTypes,
  features,
  listingStatuses,
  plotUnits,
  propertyTypes,
  rentPeriods,
  sizeUnits,
  visibilities,
} from '../listing_words.ts'
import { ownableFields } from '../ownable_fields.ts'
import { SIZE_UNITS, SORTS } from '../plain_words/parsed.ts'

const text = { type: 'string' }
const texts = { type: 'array', items: text }
const textOrNull = { type: ['string', 'null'] }
const numberOrNull = { type: ['number', 'null'] }
const wholeOrNull = { type: ['integer', 'null'] }
const uuidOrNull = { type: ['string', 'null'], format: 'uuid' }
const dayOrNull = { type: ['string', 'null'], format: 'date' }
const instant = { type: 'string', format: 'date-time' }
const instantOrNull = { type: ['string', 'null'], format: 'date-time' }
const orNull = (values: readonly string[]) => ({ enum: [...values, null] })

const property = whole({
  type: { enum: propertyTypes },
  size: numberOrNull,
  size_unit: orNull(sizeUnits),
  plot: numberOrNull,
  plot_unit: orNull(plotUnits),
  beds: wholeOrNull,
  baths: numberOrNull,
  year_built: wholeOrNull,
  latitude: numberOrNull,
  longitude: numberOrNull,
  features: { type: 'array', items: { enum: features } },
})

export const listingSchema = whole({
  id: { type: 'string', format: 'uuid' },
  version: { type: 'integer', minimum: 1 },
  reference: text,
  title: text,
  description: textOrNull,
  status: { enum: listingStatuses },
  deal_type: { enum: dealTypes },
  price_minor: wholeOrNull,
  currency: text,
  rent_period: orNull(rentPeriods),
  visibility: { enum: visibilities },
  hides_address: { type: 'boolean' },
  category_id: uuidOrNull,
  authority_kind: orNull(authorityKinds),
  authority_from: dayOrNull,
  authority_until: dayOrNull,
  commission_percent: numberOrNull,
  commission_terms: textOrNull,
  quality_score: { type: 'integer', minimum: 0, maximum: 100 },
  fresh_until: dayOrNull,
  owner_verified_at: instantOrNull,
  property_verified_at: instantOrNull,
  activated_at: instantOrNull,
  closed_as: orNull(closedAs),
  closed_on: dayOrNull,
  closed_price_minor: wholeOrNull,
  property,
  address: { type: 'object', additionalProperties: textOrNull },
  owner_contact_id: uuidOrNull,
  owner_id: uuidOrNull,
  team_id: uuidOrNull,
  tags: texts,
  /** What no list or feed writes over. */
  locked_fields: { type: 'array', items: { enum: ownableFields } },
  custom: { type: 'object' },
  created_at: instant,
  updated_at: instant,
})

/** What was understood of `q`; what it does not say is left out. */
export const understoodSchema: JsonSchema = {
  type: 'object',
  properties: {
    parsed: {
      type: 'object',
      additionalProperties: false,
      properties: {
        deal_type: { enum: dealTypes },
        types: texts,
        beds_min: { type: 'integer' },
        beds_max: { type: 'integer' },
        baths_min: { type: 'number' },
        price_min_minor: { type: 'integer' },
        price_max_minor: { type: 'integer' },
        currency: text,
        localities: texts,
        size_min: { type: 'number' },
        size_max: { type: 'number' },
        size_unit: { enum: SIZE_UNITS },
        features: texts,
        sort: { enum: SORTS },
        rest: text,
      },
    },
  },
}

function whole(properties: JsonSchema): JsonSchema {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties,
    additionalProperties: false,
  }
}
