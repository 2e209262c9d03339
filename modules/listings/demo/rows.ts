import { daysAfter } from '#kernel/markets/time'
import { qualityOf } from '../quality.ts'
import { DateTime } from 'luxon'
import type { DemoCareer, DemoHome } from './drafts.ts'
import { photosAmong } from './pictures.ts'

/** A home with all that the tables know of it. */
export interface DemoListing {
  home: DemoHome
  career: DemoCareer
  ids: { property: string; listing: string }
  reference: string
  /** Numbers of the pictures that it shows. */
  pictures: number[]
  agent: { id: string; name: string; teamId: string | null } | null
  ownerContactId: string | null
  categoryId: string | null
  currency: string
  today: string
}

export function propertyRow({ home, ids, ownerContactId, career, today }: DemoListing) {
  const { property } = home
  return {
    id: ids.property,
    type: property.type,
    address: property.address,
    locality: property.locality,
    city: property.address.city,
    postcode: property.address.postcode ?? null,
    latitude: property.latitude,
    longitude: property.longitude,
    size_value: property.sizeValue,
    size_unit: property.sizeUnit,
    plot_value: property.plotValue,
    plot_unit: property.plotUnit,
    beds: property.beds,
    baths: property.baths,
    year_built: property.yearBuilt,
    features: property.features,
    owner_contact_id: ownerContactId,
    created_at: instant(today, career.createdDaysAgo),
  }
}

export function listingRow(draft: DemoListing) {
  const { home, career, ids, agent, today } = draft
  return {
    id: ids.listing,
    property_id: ids.property,
    reference: draft.reference,
    ...offerOf(home.offer, draft),
    status: career.status,
    visibility: career.visibility,
    owner_id: agent?.id ?? null,
    team_id: agent?.teamId ?? null,
    category_id: draft.categoryId,
    ...datesOf(career, today),
    commission_percent: career.commissionPercent,
    ...proofsOf(draft),
    quality_score: qualityFor(draft),
    closed_as: career.closedAs,
    closed_price_minor: career.closedAs ? home.offer.price : null,
    created_by: agent?.id ?? null,
    created_at: instant(today, career.createdDaysAgo),
    updated_at: instant(today, Math.min(career.createdDaysAgo, 3)),
  }
}

function offerOf(offer: DemoHome['offer'], { currency }: DemoListing) {
  return {
    title: offer.title.slice(0, 160),
    description: offer.description,
    deal_type: offer.dealType,
    price_minor: offer.price,
    currency,
    rent_period: offer.rentPeriod,
  }
}

function datesOf(career: DemoCareer, today: string) {
  const day = (ahead: number | null) => (ahead === null ? null : daysAfter(today, ahead))
  const isNew = career.status === 'draft' || career.status === 'pending_review'
  return {
    authority_kind: career.authorityKind,
    authority_from: day(career.authorityFrom),
    authority_until: day(career.authorityUntil),
    fresh_until: day(career.freshUntil),
    closed_on: day(career.closedOn),
    activated_at: isNew ? null : instant(today, Math.max(0, career.createdDaysAgo - 1)),
  }
}

function proofsOf({ career, agent, today }: DemoListing) {
  const checked = {
    at: instant(today, Math.max(0, career.createdDaysAgo - 1)),
    by: agent?.id ?? null,
  }
  const nobody = { at: null, by: null }
  const owner = career.ownerVerified ? checked : nobody
  const property = career.propertyVerified ? checked : nobody
  return {
    owner_verified_at: owner.at,
    owner_verified_by: owner.by,
    property_verified_at: property.at,
    property_verified_by: property.by,
  }
}

function qualityFor({ home, career, today, pictures }: DemoListing): number {
  const now = DateTime.fromISO(today)
  return qualityOf({
    property: home.property,
    photos: photosAmong(pictures),
    listing: {
      title: home.offer.title,
      description: home.offer.description,
      priceMinor: home.offer.price,
      authorityUntil: today,
      ownerVerifiedAt: career.ownerVerified ? now : null,
      propertyVerifiedAt: career.propertyVerified ? now : null,
    },
  })
}

/** What was asked, from the first price on. */
export function priceRows({ home, career, ids, agent, currency, today }: DemoListing) {
  const price = (minor: number, daysAgo: number) => ({
    listing_id: ids.listing,
    price_minor: minor,
    currency,
    rent_period: home.offer.rentPeriod,
    actor_id: agent?.id ?? null,
    actor_name: agent?.name ?? null,
    created_at: instant(today, daysAgo),
  })
  const { earlier, createdDaysAgo } = career
  if (!earlier) return [price(home.offer.price, createdDaysAgo)]
  return [price(earlier.price, createdDaysAgo), price(home.offer.price, earlier.daysAgo)]
}

export function noteRows({ career, ids, agent, today }: DemoListing) {
  if (!career.note) return []
  const at = instant(today, Math.floor(career.createdDaysAgo / 2))
  return [
    {
      subject_type: 'listing',
      subject_id: ids.listing,
      kind: 'note',
      happened_at: at,
      details: career.note,
      author_id: agent?.id ?? null,
      author_name: agent?.name ?? null,
      created_at: at,
      updated_at: at,
    },
  ]
}

/** Noon in the middle of working hours, wherever the agency is. */
function instant(today: string, daysAgo: number): string {
  return `${daysAfter(today, -daysAgo)}T09:30:00Z`
}
