import type { Address } from '#kernel/markets/market_pack'
import type {
  ClosedAs,
  DealType,
  Feature,
  ListingStatus,
  PlotUnit,
  PropertyType,
  RentPeriod,
  SizeUnit,
  Visibility,
  AuthorityKind,
} from '../listing_words.ts'

/** A made-up property: what stands where. */
export interface DemoProperty {
  type: PropertyType
  address: Address
  locality: string
  latitude: number
  longitude: number
  sizeValue: number | null
  sizeUnit: SizeUnit | null
  plotValue: number | null
  plotUnit: PlotUnit | null
  beds: number | null
  baths: number | null
  yearBuilt: number | null
  features: Feature[]
}

/** What is asked for it, and in which words. */
export interface DemoOffer {
  title: string
  description: string | null
  dealType: DealType
  /** Minor units. */
  price: number
  rentPeriod: RentPeriod | null
}

export interface DemoHome {
  property: DemoProperty
  offer: DemoOffer
}

/** What became of it at the agency; days count from today, back where negative. */
export interface DemoCareer {
  status: ListingStatus
  visibility: Visibility
  createdDaysAgo: number
  authorityKind: AuthorityKind
  authorityFrom: number
  authorityUntil: number
  commissionPercent: number
  freshUntil: number | null
  closedAs: ClosedAs | null
  closedOn: number | null
  ownerVerified: boolean
  propertyVerified: boolean
  /** What was asked before, and how many days ago that ended. */
  earlier: { price: number; daysAgo: number } | null
  tag: string | null
  note: string | null
}
