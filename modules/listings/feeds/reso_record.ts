import { createHash } from 'node:crypto'
import { statusIn } from '../importing/word_meanings.ts'
import { FeedFault } from './feed_fault.ts'
import { apart } from './reso_words.ts'

/** What of a record we keep: names of RESO's Data Dictionary 2.0. */
const KEPT = [
  'ListingId',
  'StandardStatus',
  'MlsStatus',
  'PropertyType',
  'PropertySubType',
  'ListPrice',
  'LeaseAmount',
  'LeaseAmountFrequency',
  'BedroomsTotal',
  'BathroomsTotalDecimal',
  'BathroomsTotalInteger',
  'LivingArea',
  'LivingAreaUnits',
  'LotSizeArea',
  'LotSizeUnits',
  'LotSizeSquareFeet',
  'LotSizeAcres',
  'YearBuilt',
  'UnparsedAddress',
  'StreetNumber',
  'StreetDirPrefix',
  'StreetName',
  'StreetSuffix',
  'StreetDirSuffix',
  'UnitNumber',
  'City',
  'StateOrProvince',
  'PostalCode',
  'Latitude',
  'Longitude',
  'PublicRemarks',
  'ListingContractDate',
  'ExpirationDate',
  'CloseDate',
  'ClosePrice',
  'ListAgentKey',
  'ListAgentMlsId',
  'ListAgentFullName',
  'ListAgentEmail',
  'InternetEntireListingDisplayYN',
  'InternetAddressDisplayYN',
  'CoolingYN',
  'FireplaceYN',
  'GarageYN',
  'PoolPrivateYN',
  'ViewYN',
  'WaterfrontYN',
] as const

type KeptField = (typeof KEPT)[number]
type Plain = string | number | boolean | null

/** A record of a feed, as far as we keep it. */
export type ResoRecord = Partial<Record<KeptField, Plain>> & {
  ListingKey: string
  ModificationTimestamp: string
  photos: string[]
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const LONGEST = 12_000
const MOST_PHOTOS = 100

/** What we keep of a record as the server sent it; without a key and a time nothing can be followed. */
export function recordFrom(sent: Record<string, unknown>): ResoRecord {
  const { ModificationTimestamp: modified } = sent
  if (typeof modified !== 'string' || !INSTANT.test(modified)) throw new FeedFault('no_keys')
  const kept = KEPT.flatMap((name) => (isPlain(sent[name]) ? [[name, short(sent[name])]] : []))
  return {
    ...(Object.fromEntries(kept) as Partial<Record<KeptField, Plain>>),
    ListingKey: keyIn(sent),
    ModificationTimestamp: modified,
    photos: photosIn(sent.Media),
  }
}

export function keyIn({ ListingKey: key }: Record<string, unknown>): string {
  const text = typeof key === 'number' ? String(key) : key
  if (typeof text !== 'string' || text === '' || text.length > 200) throw new FeedFault('no_keys')
  return text
}

/** The same as long as a record says the same, whenever it was touched. */
export function digestOf({ ModificationTimestamp: _, ...said }: ResoRecord): string {
  const entries = Object.entries(said).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex')
}

/** Whether it is no longer offered, says the server. */
export function isGone({ StandardStatus: standard, MlsStatus: own }: ResoRecord): boolean {
  return statusIn(apart(standard ?? own ?? '')) === 'withdrawn'
}

function isPlain(value: unknown): value is Plain {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function short(value: Plain): Plain {
  return typeof value === 'string' ? value.slice(0, LONGEST).toWellFormed() : value
}

/** In the order of the server, without films and plans. */
function photosIn(media: unknown): string[] {
  if (!Array.isArray(media)) return []
  const all = media.filter((one): one is Record<string, unknown> => Boolean(one?.MediaURL))
  const photos = all.filter(({ MediaCategory: kind }) => !kind || /photo|image/i.test(String(kind)))
  const ordered = photos.toSorted((one, other) => place(one) - place(other))
  return ordered.slice(0, MOST_PHOTOS).map(({ MediaURL: url }) => String(url).slice(0, 2_000))
}

function place({ Order: order }: Record<string, unknown>): number {
  return Number(order ?? MOST_PHOTOS)
}
