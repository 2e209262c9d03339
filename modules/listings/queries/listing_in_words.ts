import type { CustomField, FieldChange } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import type Listing from '../models/listing.ts'
import type Property from '../models/property.ts'

type Words = Record<string, string | null>

/** A listing field by field, as people read it, to tell two versions of it apart. */
export async function listingInWords(listing: Listing, fields: CustomField[]): Promise<Words> {
  return {
    'listings.fields.title': listing.title,
    'listings.fields.description': listing.description,
    'listings.fields.deal_type': listing.dealType,
    'listings.fields.price': priceInWords(listing),
    'listings.fields.rent_period': listing.rentPeriod,
    'listings.fields.visibility': listing.visibility,
    'listings.fields.hides_address': listing.hidesAddress ? 'yes' : 'no',
    'listings.fields.category': await nameOf('listing_categories', listing.categoryId),
    ...agreedIn(listing),
    ...propertyIn(listing.property),
    'listings.fields.owner': await nameOf('contacts', listing.property.ownerContactId),
    'listings.fields.agent': await nameOf('members', listing.ownerId),
    'listings.fields.team': await nameOf('teams', listing.teamId),
    ...Object.fromEntries(fields.map(({ key, label }) => [label, text(listing.custom[key])])),
  }
}

export function priceInWords({ priceMinor, currency }: Listing): string | null {
  if (priceMinor === null) return null
  return formatPrice(priceMinor, currency, marketPack(unit().tenant.market).locale)
}

function agreedIn(listing: Listing): Words {
  return {
    'listings.fields.authority_kind': listing.authorityKind,
    'listings.fields.authority_from': listing.authorityFrom,
    'listings.fields.authority_until': listing.authorityUntil,
    'listings.fields.commission_percent': text(listing.commissionPercent),
    'listings.fields.commission_terms': listing.commissionTerms,
  }
}

function propertyIn(property: Property): Words {
  const lines = addressLines(property.address, marketPack(unit().tenant.market))
  return {
    'listings.fields.type': property.type,
    'listings.fields.address': list(lines),
    'listings.fields.size': measure(property.sizeValue, property.sizeUnit),
    'listings.fields.plot': measure(property.plotValue, property.plotUnit),
    'listings.fields.beds': text(property.beds),
    'listings.fields.baths': text(property.baths),
    'listings.fields.year_built': text(property.yearBuilt),
    'listings.fields.place': place(property),
    'listings.fields.features': list(property.features),
  }
}

/** What differs, in the form in which the timeline keeps it. */
export function differences(before: Words, after: Words): FieldChange[] {
  return Object.keys(after)
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({
      field,
      from: before[field] ?? null,
      to: after[field] ?? null,
      words: wordsOf[field],
    }))
}

/** Where the words stand for what is kept as a key. */
export const wordsOf: Record<string, string> = {
  'listings.fields.deal_type': 'listings.deal_types',
  'listings.fields.rent_period': 'listings.rent_periods',
  'listings.fields.visibility': 'listings.visibilities',
  'listings.fields.hides_address': 'listings.answers',
  'listings.fields.authority_kind': 'listings.authority_kinds',
  'listings.fields.type': 'listings.types',
  'listings.fields.features': 'listings.features',
}

function place({ latitude, longitude }: Property): string | null {
  return latitude === null ? null : `${latitude}, ${longitude}`
}

function measure(value: number | null, unitOfIt: string | null): string | null {
  return value === null ? null : `${value} ${unitOfIt}`
}

function list(parts: readonly string[]): string | null {
  return parts.length > 0 ? parts.join(', ') : null
}

function text(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value)
}

async function nameOf(table: string, id: string | null): Promise<string | null> {
  if (id === null) return null
  const { rows } = await unitSql<{ name: string }>('select name from ?? where id = ?', [table, id])
  return rows[0]?.name ?? null
}
