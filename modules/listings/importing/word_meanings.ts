import { almostSame, spelled } from '#app/imports'
import {
  type DealType,
  type Feature,
  type ListingStatus,
  type PropertyType,
  type RentPeriod,
  features,
} from '../listing_words.ts'

type Words<Meaning extends string> = Partial<Record<Meaning, string>>

const TYPES: Words<PropertyType> = {
  house:
    'house, single family, single family residence, single family home, detached, bungalow, home, residential, independent house, freestanding',
  apartment: 'apartment, flat, condo, condominium, unit, studio, penthouse, loft, apartments',
  townhouse: 'townhouse, townhome, row house, cluster, terrace, terraced house, cluster home',
  duplex: 'duplex, triplex, fourplex, multi family, semi detached, residential income',
  villa: 'villa, bungalow villa, row villa',
  cottage: 'cottage, cabin, granny flat, garden flat',
  land: 'land, plot, stand, lot, vacant land, lots and land, unimproved land, residential plot',
  farm: 'farm, ranch, agricultural, smallholding, farm land, agricultural land',
  office: 'office, office space, commercial office, business',
  retail: 'retail, shop, showroom, store, commercial sale, commercial lease, commercial',
  industrial: 'industrial, warehouse, factory, godown, manufacturing',
  other:
    'other, business opportunity, manufactured in park, mobile home, manufactured home, parking',
}

const DEALS: Words<DealType> = {
  sale: 'sale, for sale, sell, selling, buy, resale, s',
  rent: 'rent, for rent, rental, to let, let, lease, to rent, letting, residential lease, for lease, r',
}

const PERIODS: Words<RentPeriod> = {
  day: 'day, daily, per day, per night, nightly',
  week: 'week, weekly, per week, pw',
  month: 'month, monthly, per month, pm, pcm',
  year: 'year, yearly, per year, annual, annually, pa',
}

const STATUSES: Words<ListingStatus> = {
  draft: 'draft, incomplete, coming soon, new',
  pending_review: 'pending review, review, awaiting approval',
  active: 'active, available, for sale, for rent, live, on market, published',
  paused: 'paused, hold, on hold, temporarily off market, suspended',
  under_offer:
    'under offer, pending, under contract, active under contract, contingent, sale agreed',
  closed: 'closed, sold, rented, let, leased, completed',
  expired: 'expired, lapsed',
  withdrawn: 'withdrawn, cancelled, canceled, off market, delete, deleted, removed, inactive',
}

const ALSO: Words<Feature> = {
  air_conditioning: 'ac, aircon, central air, air conditioned',
  backup_power: 'generator, inverter, power backup, ups',
  borehole: 'well, borehole water',
  gated: 'gated community, gated complex',
  lift: 'elevator, lifts',
  parking: 'carport, covered parking, off street parking',
  pets_welcome: 'pets, pets allowed, pet friendly',
  pool: 'swimming pool, pools',
  security: 'alarm, guard, electric fence, cctv',
  staff_quarters: 'servant quarters, maids room, domestic quarters, cottage for staff',
  view: 'views, mountain view, water view, city view',
  waterfront: 'lake front, sea front, water front',
}

const featureWords: Words<Feature> = Object.fromEntries(
  features.map((one) => [one, `${one.replaceAll('_', ' ')}, ${ALSO[one] ?? one}`])
)

export const typeIn = reader(TYPES)
export const dealIn = reader(DEALS)
export const periodIn = reader(PERIODS)
export const statusIn = reader(STATUSES)
export const featureIn = reader(featureWords)

/** Makes a reader of words: exact ones, else nearly so. */
function reader<Meaning extends string>(words: Words<Meaning>) {
  const meanings = new Map(
    Object.entries<string>(words as Record<string, string>).flatMap(([meaning, list]) =>
      [meaning.replaceAll('_', ' '), ...list.split(', ')].map(
        (word) => [word, meaning as Meaning] as const
      )
    )
  )
  return (text: string): Meaning | null => {
    const plain = spelled(text)
    const near = () => meanings.keys().find((word) => almostSame(word, plain))
    return meanings.get(plain) ?? meanings.get(near() ?? '') ?? null
  }
}
