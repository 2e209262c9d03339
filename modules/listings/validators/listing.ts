import vine from '@vinejs/vine'
import { type CustomField, customRules, figure, line, prose } from '#app/records'
import {
  authorityKinds,
  dealTypes,
  features,
  plotUnits,
  propertyTypes,
  rentPeriods,
  sizeUnits,
  visibilities,
} from '../listing_words.ts'
import { ownableFields } from '../ownable_fields.ts'

const area = () => figure().range([0.01, 1e9]).optional()

const offered = {
  title: line(160),
  description: prose(10_000).optional(),
  dealType: vine.enum(dealTypes),
  rentPeriod: vine.enum(rentPeriods).optional(),
  visibility: vine.enum(visibilities).optional(),
  hidesAddress: vine.boolean().optional(),
  categoryId: vine.string().uuid().optional(),
}

const agreed = {
  authorityKind: vine.enum(authorityKinds).optional(),
  authorityFrom: vine.string().day().optional(),
  authorityUntil: vine.string().day().optional(),
  commissionPercent: vine.number().range([0, 100]).optional(),
  commissionTerms: line(300).optional(),
}

const place = {
  property: vine.object({
    type: vine.enum(propertyTypes),
    size: area(),
    sizeUnit: vine.enum(sizeUnits).optional(),
    plot: area(),
    plotUnit: vine.enum(plotUnits).optional(),
    beds: vine.number().withoutDecimals().range([0, 999]).optional(),
    baths: vine.number().range([0, 999]).optional(),
    yearBuilt: vine.number().withoutDecimals().range([1500, 2200]).optional(),
    latitude: vine.number().range([-90, 90]).optional().requiredIfExists('longitude'),
    longitude: vine.number().range([-180, 180]).optional().requiredIfExists('latitude'),
    features: vine.array(vine.enum(features)).optional(),
  }),
  address: vine
    .object({
      line: line(200).addressPart('line').optional(),
      unit: line(60).addressPart('unit').optional(),
      locality: line(100).addressPart('locality').optional(),
      city: line(100).addressPart('city').optional(),
      state: line(100).addressPart('state').optional(),
      postcode: line(20).addressPart('postcode').optional(),
    })
    .optional(),
}

const kept = {
  ownerContactId: vine.string().uuid().optional(),
  ownerId: vine.string().uuid().optional(),
  lockedFields: vine.array(vine.enum(ownableFields).nullable()).maxLength(30).optional(),
  teamId: vine.string().uuid().optional(),
  tags: vine.array(line(400).nullable()).maxLength(50).optional(),
}

/** Everything that may be said of a listing, and nothing else: what is not named here is not saved. */
export function listingValidator(fields: CustomField[]) {
  return vine.create({
    ...offered,
    price: vine.money().optional(),
    ...agreed,
    ...place,
    ...kept,
    custom: customOf(fields),
    version: vine.number().positive().withoutDecimals().optional(),
  })
}

/** The same from programs: they count in minor units, and say in a header which version they saw. */
export function apiListingValidator(fields: CustomField[]) {
  return vine.create({
    ...offered,
    priceMinor: minorUnits().optional(),
    ...agreed,
    ...place,
    ...kept,
    custom: customOf(fields),
  })
}

export const minorUnits = () => vine.number().withoutDecimals().range([0, 1e15])

function customOf(fields: CustomField[]) {
  const rules = customRules(fields)
  return fields.some(({ required }) => required) ? rules : rules.optional()
}
