import type Listing from '../models/listing.ts'
import type Property from '../models/property.ts'

/** A listing with its property, as programs read it. */
export function apiListing(listing: Listing) {
  return {
    ...calledBy(listing),
    ...offeredBy(listing),
    ...agreedIn(listing),
    ...judgedBy(listing),
    ...closedBy(listing),
    property: apiProperty(listing.property),
    address: listing.property.address,
    owner_contact_id: listing.property.ownerContactId,
    owner_id: listing.ownerId,
    team_id: listing.teamId,
    tags: listing.tagNames,
    locked_fields: listing.lockedFields,
    custom: listing.custom,
    created_at: listing.createdAt.toUTC().toISO(),
    updated_at: listing.updatedAt.toUTC().toISO(),
  }
}

function calledBy(listing: Listing) {
  return {
    id: listing.id,
    version: listing.version,
    reference: listing.reference,
    title: listing.title,
    description: listing.description,
    status: listing.status,
  }
}

function offeredBy(listing: Listing) {
  return {
    deal_type: listing.dealType,
    price_minor: listing.priceMinor,
    currency: listing.currency,
    rent_period: listing.rentPeriod,
    visibility: listing.visibility,
    hides_address: listing.hidesAddress,
    category_id: listing.categoryId,
  }
}

function agreedIn(listing: Listing) {
  return {
    authority_kind: listing.authorityKind,
    authority_from: listing.authorityFrom,
    authority_until: listing.authorityUntil,
    commission_percent: listing.commissionPercent,
    commission_terms: listing.commissionTerms,
  }
}

function judgedBy(listing: Listing) {
  return {
    quality_score: listing.qualityScore,
    fresh_until: listing.freshUntil,
    owner_verified_at: listing.ownerVerifiedAt?.toUTC().toISO() ?? null,
    property_verified_at: listing.propertyVerifiedAt?.toUTC().toISO() ?? null,
    activated_at: listing.activatedAt?.toUTC().toISO() ?? null,
  }
}

function closedBy(listing: Listing) {
  return {
    closed_as: listing.closedAs,
    closed_on: listing.closedOn,
    closed_price_minor: listing.closedPriceMinor,
  }
}

function apiProperty(property: Property) {
  return {
    type: property.type,
    size: property.sizeValue,
    size_unit: property.sizeUnit,
    plot: property.plotValue,
    plot_unit: property.plotUnit,
    beds: property.beds,
    baths: property.baths,
    year_built: property.yearBuilt,
    latitude: property.latitude,
    longitude: property.longitude,
    features: property.features,
  }
}
