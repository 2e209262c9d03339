import type { ColumnMapping } from '../importing/listing_fields.ts'
import type { ResoRecord } from './reso_record.ts'
import { apart } from './reso_words.ts'

/** Which field of a listing each name of the Data Dictionary is; of several, the first that says something. */
export const RESO_MAPPING: ColumnMapping = {
  ListingKey: 'external_id',
  PropertySubType: 'type',
  PropertyType: 'type',
  Deal: 'deal_type',
  LeaseAmount: 'price',
  ListPrice: 'price',
  LeaseAmountFrequency: 'rent_period',
  BedroomsTotal: 'beds',
  BathroomsTotalDecimal: 'baths',
  BathroomsTotalInteger: 'baths',
  LivingArea: 'size',
  LivingAreaUnits: 'size_unit',
  LotSizeArea: 'plot',
  LotSizeUnits: 'plot_unit',
  YearBuilt: 'year_built',
  UnparsedAddress: 'address_line',
  UnitNumber: 'unit',
  City: 'city',
  StateOrProvince: 'state',
  PostalCode: 'postcode',
  Latitude: 'latitude',
  Longitude: 'longitude',
  PublicRemarks: 'description',
  StandardStatus: 'status',
  MlsStatus: 'status',
  ListAgentEmail: 'agent_email',
  Features: 'features',
  Media: 'photo',
}

const FLAGS = {
  CoolingYN: 'air conditioning',
  FireplaceYN: 'fireplace',
  GarageYN: 'garage',
  PoolPrivateYN: 'pool',
  ViewYN: 'view',
  WaterfrontYN: 'waterfront',
} as const

const VALUES = [
  'PropertySubType',
  'LeaseAmountFrequency',
  'LivingAreaUnits',
  'StandardStatus',
  'MlsStatus',
] as const

/** A record as a row of a list, so that one reader reads both. */
export function cellsOf(record: ResoRecord): Record<string, string> {
  const { photos, ...said } = record
  const plain = Object.entries(said).map(([name, value]) => [name, textOf(value)])
  const values = VALUES.map((name) => [name, apart(record[name] ?? '')])
  return {
    ...Object.fromEntries([...plain, ...values]),
    ...offerOf(record),
    ...plotOf(record),
    UnparsedAddress: lineOf(record),
    Features: featuresOf(record),
    Media: photos.join('\n'),
  }
}

function textOf(value: unknown): string {
  if (typeof value !== 'number') return value === null || value === undefined ? '' : String(value)
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6)))
}

/** "Residential Lease" is for rent, and "Residential" all the same. */
function offerOf({ PropertyType, LeaseAmount, ListPrice }: ResoRecord): Record<string, string> {
  const type = apart(PropertyType ?? '')
  const isLease = /\blease\b/i.test(type) || (!ListPrice && Boolean(LeaseAmount))
  return {
    PropertyType: type.replace(/\s*\b(lease|sale)\b/i, ''),
    Deal: isLease ? 'rent' : 'sale',
    LeaseAmount: isLease ? textOf(LeaseAmount) : '',
  }
}

function plotOf(record: ResoRecord): Record<string, string> {
  const { LotSizeArea: area, LotSizeUnits: unit } = record
  const { LotSizeSquareFeet: feet, LotSizeAcres: acres } = record
  if (area) return { LotSizeArea: textOf(area), LotSizeUnits: apart(unit ?? 'Square Feet') }
  if (feet) return { LotSizeArea: textOf(feet), LotSizeUnits: 'Square Feet' }
  return { LotSizeArea: textOf(acres), LotSizeUnits: 'Acres' }
}

/** The parts of a street make a cleaner line than the address as somebody typed it. */
function lineOf(record: ResoRecord): string {
  const { StreetNumber, StreetDirPrefix, StreetName, StreetSuffix, StreetDirSuffix } = record
  if (!StreetName) return textOf(record.UnparsedAddress)
  const parts = [StreetNumber, StreetDirPrefix, StreetName, StreetSuffix, StreetDirSuffix]
  return parts.map(textOf).filter(Boolean).join(' ')
}

function featuresOf(record: ResoRecord): string {
  const names = Object.keys(FLAGS) as (keyof typeof FLAGS)[]
  return names
    .filter((name) => record[name] === true)
    .map((name) => FLAGS[name])
    .join(', ')
}
