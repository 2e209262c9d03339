import vine from '@vinejs/vine'
import { paging } from '#kernel/api/paging'
import {
  dealTypes,
  features,
  listingStatuses,
  plotUnits,
  propertyTypes,
  rentPeriods,
  visibilities,
} from '../listing_words.ts'
import { minorUnits } from './listing.ts'

const orders = [
  'created',
  'title',
  'price',
  'size',
  'quality',
  'authority',
  'agent',
  'near',
] as const
const sorts = orders.flatMap((order) => [order, `-${order}`] as const)
const words = () => vine.string().trim().maxLength(200).optional()
const count = () => vine.number().range([0, 999]).optional()
const area = () => vine.number().range([0, 1e9]).optional()

/** Several values of one filter, parted by commas. */
function listOf(values: readonly string[]) {
  const one = `(${values.join('|')})`
  return vine
    .string()
    .regex(new RegExp(`^${one}(,${one})*$`))
    .optional()
}

const offered = {
  status: listOf([...listingStatuses, 'deleted']),
  dealType: vine.enum(dealTypes).optional(),
  priceMinMinor: minorUnits().optional(),
  priceMaxMinor: minorUnits().optional(),
  currency: vine
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  rentPeriod: listOf(rentPeriods),
  category: vine.string().uuid().optional(),
  visibility: listOf(visibilities),
  tag: words(),
  /** A member's id, `me` or `none`. */
  agent: vine
    .string()
    .regex(/^(me|none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
    .optional(),
  team: vine.string().uuid().optional(),
  stale: vine.enum(['yes', 'no'] as const).optional(),
  qualityMax: vine.number().range([0, 100]).optional(),
}

const property = {
  types: listOf(propertyTypes),
  bedsMin: count(),
  bedsMax: count(),
  bathsMin: count(),
  sizeMin: area(),
  sizeMax: area(),
  sizeUnit: vine.enum(plotUnits).optional(),
  /** Keys or names of localities and cities, parted by commas. */
  localities: vine.string().maxLength(2_000).optional(),
  /** `47.66,-122.38,5` or `Ballard,5`: so many kilometres around. */
  near: words(),
  /** Corners, `latitude,longitude`, parted by semicolons. */
  area: vine.string().maxLength(4_000).optional(),
  city: words(),
  features: listOf(features),
  owner: vine.string().uuid().optional(),
}

/** What programs may ask of the list: the same filters as the page has, said strictly. */
export const listingQuestion = vine.create({
  ...paging(),
  sort: vine.enum(sorts).optional(),
  /** Plain words, such as "3 bed house in Ballard under 900k"; the other filters win over them. */
  q: words(),
  ...offered,
  ...property,
})
