import type { HttpContext } from '@adonisjs/core/http'
import { customFacts, customFieldsOf, dayMoment, momentOf, type Moment } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Listing from '../models/listing.ts'
import type Property from '../models/property.ts'
import { listingSubject } from '../subject.ts'
import { writtenArea, writtenNumber, writtenPrice } from './written.ts'

interface Fact {
  label: string
  value: string | Moment | null | undefined
}

/** What is known about a listing, in groups, for its page. */
export async function listingFacts(ctx: HttpContext, listing: Listing) {
  const fields = await customFieldsOf(listingSubject.type)
  const names = await namesOf(listing)
  const tenant = ctx.tenant as TenantSnapshot
  return {
    property: propertyFacts(ctx, listing.property),
    listing: [
      ...offerFacts(ctx, listing),
      fact(ctx, 'category', names.category),
      fact(ctx, 'agent', names.agent ?? ctx.i18n.t('listings.nobody')),
      fact(ctx, 'team', names.team),
      ...customFacts(fields, listing.custom, { tenant, i18n: ctx.i18n }),
      fact(ctx, 'created', momentOf(listing.createdAt, tenant)),
    ],
    authority: authorityFacts(ctx, listing),
  }
}

function propertyFacts(ctx: HttpContext, property: Property): Fact[] {
  return [
    fact(ctx, 'type', ctx.i18n.t(`listings.types.${property.type}`)),
    fact(ctx, 'beds', writtenNumber(ctx, property.beds)),
    fact(ctx, 'baths', writtenNumber(ctx, property.baths)),
    fact(ctx, 'size', writtenArea(ctx, property.sizeValue, property.sizeUnit)),
    fact(ctx, 'plot', writtenArea(ctx, property.plotValue, property.plotUnit)),
    fact(ctx, 'year_built', property.yearBuilt === null ? null : `${property.yearBuilt}`),
    fact(ctx, 'locality', property.locality),
  ]
}

function offerFacts(ctx: HttpContext, listing: Listing): Fact[] {
  const { i18n } = ctx
  const { closedPriceMinor, currency, rentPeriod } = listing
  const closedFor = { priceMinor: closedPriceMinor, currency, rentPeriod }
  return [
    fact(ctx, 'reference', listing.reference),
    fact(ctx, 'visibility', i18n.t(`listings.visibilities.${listing.visibility}`)),
    fact(ctx, 'hides_address', listing.hidesAddress ? i18n.t('listings.answers.yes') : null),
    fact(ctx, 'fresh_until', listing.status === 'active' ? said(ctx, listing.freshUntil) : null),
    fact(ctx, 'closed_on', said(ctx, listing.closedOn)),
    fact(ctx, 'closed_price', listing.closedAs && writtenPrice(ctx, closedFor)),
  ]
}

function authorityFacts(ctx: HttpContext, listing: Listing): Fact[] {
  const { authorityKind: kind, commissionPercent: percent } = listing
  return [
    fact(ctx, 'authority_kind', kind && ctx.i18n.t(`listings.authority_kinds.${kind}`)),
    fact(ctx, 'authority_from', said(ctx, listing.authorityFrom)),
    fact(ctx, 'authority_until', said(ctx, listing.authorityUntil)),
    fact(ctx, 'commission_percent', percent === null ? null : `${percent}%`),
    fact(ctx, 'commission_terms', listing.commissionTerms),
  ]
}

function fact({ i18n }: HttpContext, key: string, value: Fact['value']): Fact {
  return { label: i18n.t(`listings.fields.${key}`), value }
}

function said({ tenant }: HttpContext, day: string | null): Moment | null {
  return day === null ? null : dayMoment(day, tenant as TenantSnapshot)
}

interface Names {
  agent: string | null
  team: string | null
  category: string | null
}

async function namesOf({ ownerId, teamId, categoryId }: Listing): Promise<Names> {
  const { rows } = await unitSql<Names>(
    `select (select name from members where id = ?::uuid) as agent,
            (select name from teams where id = ?::uuid) as team,
            (select name from listing_categories where id = ?::uuid) as category`,
    [ownerId, teamId, categoryId]
  )
  return rows[0]
}
