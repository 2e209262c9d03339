import type { RowProblem as ListProblem } from '#app/imports'
import type { Address } from '#kernel/markets/market_pack'
import type {
  DealType,
  Feature,
  ListingStatus,
  PlotUnit,
  PropertyType,
  RentPeriod,
  SizeUnit,
  Visibility,
} from '../listing_words.ts'
import type { ListingField } from './listing_fields.ts'

/** The columns of a listing and its property that a list or a feed may fill. */
export interface FedFacts {
  title: string
  description: string
  deal_type: DealType
  rent_period: RentPeriod | null
  price_minor: number
  type: PropertyType
  address: Address
  locality: string | null
  city: string | null
  postcode: string | null
  latitude: number
  longitude: number
  size_value: number
  size_unit: SizeUnit
  plot_value: number
  plot_unit: PlotUnit
  beds: number
  baths: number
  year_built: number
  features: Feature[]
  visibility: Visibility
  hides_address: boolean
  authority_from: string
  authority_until: string
}

/** Who owns the property, as far as a list says. */
export interface FedOwner {
  name: string | null
  phone: string | null
  email: string | null
}

/** When and for how much a feed says that something was sold or let. */
export interface FedClosing {
  on: string | null
  priceMinor: number | null
}

/** A listing as a row of a list or a record of a feed tells it: nothing stands where it says nothing. */
export interface FedListing {
  facts: Partial<FedFacts>
  externalId: string | null
  /** Our own reference, where a list that we exported comes back. */
  reference: string | null
  status: ListingStatus | null
  agentCalled: string | null
  /** The member who that is, where somebody told the feed. */
  agentId?: string | null
  owner: FedOwner | null
  photos: string[]
  closing?: FedClosing
  /** The same for the same listing in every import; see `fingerprintOf`. */
  fingerprint: string
}

export type RowProblem = ListProblem<ListingField>

/** A row and what it says; `fed` is null where the row is refused, and a problem says why. */
export interface ReadRow {
  row: { line: number; cells: Record<string, string> }
  fed: FedListing | null
  problems: RowProblem[]
}
