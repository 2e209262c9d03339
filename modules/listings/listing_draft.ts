import type { Address } from '#kernel/markets/market_pack'
import type { KnownPlace } from '#kernel/places/place_provider'
import type {
  AuthorityKind,
  DealType,
  Feature,
  PlotUnit,
  PropertyType,
  RentPeriod,
  SizeUnit,
  Visibility,
} from './listing_words.ts'
import type { LocalMarket } from './local_market.ts'
import type { OwnableField } from './ownable_fields.ts'
import { localityOf } from './places.ts'

/** What somebody wrote about a property, tidied by the validator. */
export interface PropertyDraft {
  type: PropertyType
  size?: number | null
  sizeUnit?: SizeUnit | null
  plot?: number | null
  plotUnit?: PlotUnit | null
  beds?: number | null
  baths?: number | null
  yearBuilt?: number | null
  latitude?: number | null
  longitude?: number | null
  features?: Feature[] | null
}

/** What somebody wrote about a listing, tidied by the validator. */
export interface ListingDraft {
  title: string
  description?: string | null
  dealType: DealType
  price?: number | null
  rentPeriod?: RentPeriod | null
  visibility?: Visibility | null
  hidesAddress?: boolean | null
  categoryId?: string | null
  authorityKind?: AuthorityKind | null
  authorityFrom?: string | null
  authorityUntil?: string | null
  commissionPercent?: number | null
  commissionTerms?: string | null
  property: PropertyDraft
  address?: Address | null
  ownerContactId?: string | null
  lockedFields?: (OwnableField | null)[]
  ownerId?: string | null
  teamId?: string | null
  tags?: (string | null)[] | null
  custom?: Record<string, unknown> | null
}

/** The columns of a listing that its form fills. */
export function listingColumns(draft: ListingDraft) {
  return {
    title: draft.title,
    description: draft.description ?? null,
    dealType: draft.dealType,
    priceMinor: draft.price ?? null,
    rentPeriod: draft.dealType === 'rent' ? (draft.rentPeriod ?? 'month') : null,
    visibility: draft.visibility ?? 'public',
    hidesAddress: draft.hidesAddress ?? false,
    categoryId: draft.categoryId ?? null,
    ...authorityColumns(draft),
  }
}

function authorityColumns(draft: ListingDraft) {
  return {
    authorityKind: draft.authorityKind ?? null,
    authorityFrom: draft.authorityFrom ?? null,
    authorityUntil: draft.authorityUntil ?? null,
    commissionPercent: draft.commissionPercent ?? null,
    commissionTerms: draft.commissionTerms ?? null,
  }
}

/** The columns of the property; an area without its unit is one in the market's. */
export function propertyColumns(draft: ListingDraft, market: LocalMarket) {
  const { property } = draft
  return {
    type: property.type,
    ...placeColumns(draft, market),
    ...measuresOf(property, market.areaUnit),
    beds: property.beds ?? null,
    baths: property.baths ?? null,
    yearBuilt: property.yearBuilt ?? null,
    features: [...new Set(property.features ?? [])].sort(),
    ownerContactId: draft.ownerContactId ?? null,
  }
}

function measuresOf({ size, sizeUnit, plot, plotUnit }: PropertyDraft, areaUnit: SizeUnit) {
  return {
    sizeValue: size ?? null,
    sizeUnit: size ? (sizeUnit ?? areaUnit) : null,
    plotValue: plot ?? null,
    plotUnit: plot ? (plotUnit ?? areaUnit) : null,
  }
}

function placeColumns({ address: typed, property }: ListingDraft, { places }: LocalMarket) {
  const address: Address = Object.fromEntries(
    Object.entries(typed ?? {}).filter(([, part]) => part)
  )
  const known = localityOf(address, places)
  const { city = null, postcode = null, locality = null } = address
  return {
    ...{ address, city, postcode },
    locality: known?.name ?? locality,
    ...onTheMap(property, known),
  }
}

/** Where nobody typed a place on the map, the middle of the locality stands in for it. */
function onTheMap({ latitude, longitude }: PropertyDraft, known?: KnownPlace) {
  const typed = { latitude: latitude ?? null, longitude: longitude ?? null }
  return typed.latitude === null && known ? { latitude: known.lat, longitude: known.lng } : typed
}
