import { DateTime } from 'luxon'
import { plainJson } from '#app/imports'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { qualityOf } from '../quality.ts'
import type { KnownListing } from './known_listing.ts'

const PROPERTY = `property_id uuid, type text, address jsonb, locality text, city text, postcode text, latitude double precision,
  longitude double precision, size_value double precision, size_unit text, plot_value double precision, plot_unit text,
  beds integer, baths double precision, year_built integer, features text[], owner_contact_id uuid`
const LISTING = `id uuid, property_id uuid, reference text, title text, description text, deal_type text, price_minor bigint,
  currency text, rent_period text, owner_id uuid, team_id uuid, external_id text, fingerprint text, import_id uuid, feed_id uuid,
  quality_score integer, visibility text, hides_address boolean, authority_from date, authority_until date`

/** Writes new listings with their properties, each table in one statement. */
export async function insertListings(listings: KnownListing[], currency: string): Promise<void> {
  if (listings.length === 0) return
  const rows = plainJson(listings.map((listing) => rowOf(listing, currency)))
  await unitSql(
    'update listings set fingerprint = null where deleted_at is not null and fingerprint = any(?)',
    [listings.map(({ fingerprint }) => fingerprint)]
  )
  const property = namesIn(PROPERTY)
  await unitSql(
    `insert into properties (id, ${property.slice(1).join(', ')})
     select ${property.join(', ')} from jsonb_to_recordset(?::jsonb) as new(${PROPERTY})`,
    [rows]
  )
  const columns = namesIn(LISTING).join(', ')
  await unitSql(
    `insert into listings (${columns}, status, created_by)
     select ${columns}, 'draft', ? from jsonb_to_recordset(?::jsonb) as new(${LISTING})`,
    [creator(), rows]
  )
}

/** Writes what has changed of listings that are there. */
export async function updateListings(listings: KnownListing[], currency: string): Promise<void> {
  if (listings.length === 0) return
  const rows = plainJson(listings.map((listing) => rowOf(listing, currency)))
  await unitSql(
    `update properties set ${assigned(namesIn(PROPERTY).slice(1))}, version = properties.version + 1, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as new(${PROPERTY}) where properties.id = new.property_id`,
    [rows]
  )
  const kept = new Set(['id', 'property_id', 'reference', 'currency', 'import_id'])
  await unitSql(
    `update listings set ${assigned(namesIn(LISTING).filter((name) => !kept.has(name)))},
            version = listings.version + 1, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as new(${LISTING}) where listings.id = new.id`,
    [rows]
  )
}

/** What these listings are asked for from now on. */
export async function notePrices(listings: KnownListing[], currency: string): Promise<void> {
  const priced = listings.filter(({ price_minor: price }) => price !== null)
  if (priced.length === 0) return
  const actor = currentActor()
  await unitSql(
    `insert into listing_prices (listing_id, price_minor, currency, rent_period, actor_id, actor_name)
     select id, price_minor, ?, rent_period, ?, ?
       from jsonb_to_recordset(?::jsonb) as new(id uuid, price_minor bigint, rent_period text)`,
    [currency, actor.id, actor.name, plainJson(priced)]
  )
}

function rowOf(listing: KnownListing, currency: string) {
  return { ...listing, currency, quality_score: qualityOf(judged(listing)) }
}

function judged(known: KnownListing): Parameters<typeof qualityOf>[0] {
  return {
    photos: known.photos,
    property: {
      type: known.type,
      address: known.address,
      latitude: known.latitude,
      sizeValue: known.size_value,
      plotValue: known.plot_value,
      beds: known.beds,
      baths: known.baths,
      features: known.features,
    },
    listing: {
      title: known.title,
      description: known.description,
      priceMinor: known.price_minor,
      authorityUntil: known.authority_until,
      ownerVerifiedAt: known.owner_verified_at && DateTime.fromJSDate(known.owner_verified_at),
      propertyVerifiedAt:
        known.property_verified_at && DateTime.fromJSDate(known.property_verified_at),
    },
  }
}

function namesIn(shape: string): string[] {
  return shape.split(',').map((column) => column.trim().split(' ')[0])
}

function assigned(columns: string[]): string {
  return columns.map((column) => `${column} = new.${column}`).join(', ')
}

function creator(): string | null {
  const { kind, id } = currentActor()
  return kind === 'system' ? null : id
}
