import type { ApiRequest } from '@japa/api-client'
import type { StaffRole } from '#app/members'
import { Team } from '#app/members'
import { TimelineEntry } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type { TestAgency } from '#tests/support/agency'
import { Workspace } from '#tests/support/workspace'
import { Contact } from '#modules/contacts'
import { nextReferences } from '../actions/next_reference.ts'
import Listing from '../models/listing.ts'
import ListingCategory from '../models/listing_category.ts'
import ListingPrice from '../models/listing_price.ts'
import Property from '../models/property.ts'

interface Facts {
  title?: string
  /** The role of the person who looks after it; null for nobody. */
  agent?: StaffRole | null
  status?: Listing['status']
  facts?: Partial<Listing>
  property?: Partial<Property>
}

/** An agency with listings in it. */
export class ListingsWorkspace extends Workspace {
  /** An active listing of the principal's, unless something else is said. */
  async givenListing(given: Facts = {}, agency: TestAgency = this.agency): Promise<Listing> {
    const role = given.agent === undefined ? 'principal' : given.agent
    const ownerId = role ? await agency.memberId(role) : null
    const status = given.status ?? 'active'
    return agency.inUnit(async () => {
      const property = await Property.create({ ...aHouse, ...given.property })
      const [reference] = await nextReferences(1)
      const closed = status === 'closed' ? ({ closedAs: 'sold' } as const) : {}
      return Listing.create({
        ...anOffer,
        ...closed,
        ownerId,
        reference,
        status,
        propertyId: property.id,
        title: given.title ?? 'House on the hill',
        ...given.facts,
      })
    }, 'principal')
  }

  /** So many active listings, named "Listing 001" and so on. */
  async givenListings(count: number): Promise<void> {
    const ownerId = await this.agency.memberId('principal')
    await this.agency.inUnit(() =>
      unitSql(
        `with homes as (
           insert into properties (type, locality, city, size_value, size_unit, beds, baths)
           select case when n % 2 = 0 then 'house' else 'apartment' end, 'Ballard', 'Seattle', 900 + n, 'sqft', n % 5, 1
             from generate_series(1, ?::integer) as n returning id)
         insert into listings (property_id, reference, title, deal_type, price_minor, currency, status, owner_id, quality_score, authority_until, tag_names)
         select id, 'T-' || lpad(n::text, 5, '0'), 'Listing ' || lpad(n::text, 3, '0'), 'sale', (n % 7 + 1) * 10000000, 'USD', 'active', ?,
                n % 9 * 10, case when n % 3 > 0 then current_date + (n % 20)::integer end, '{Sunny}'
           from (select id, row_number() over (order by id) as n from homes) as numbered`,
        [count, ownerId]
      )
    )
  }

  async givenContact(name: string, role: StaffRole = 'principal'): Promise<Contact> {
    const ownerId = await this.agency.memberId(role)
    return this.agency.inUnit(async () =>
      Contact.create({
        type: 'person',
        name,
        firstName: name,
        status: 'active',
        kinds: [],
        ownerId,
      })
    )
  }

  async givenCategory(name: string): Promise<ListingCategory> {
    return this.agency.inUnit(async () => ListingCategory.create({ name, position: 0 }))
  }

  /** Puts people of these roles into one team. */
  async givenTeam(name: string, ...roles: StaffRole[]): Promise<Team> {
    const team = await this.agency.inUnit(async () => {
      const created = await Team.create({ name })
      await unitSql('update members set team_id = ? where role = any(?)', [created.id, roles])
      return created
    })
    await this.staffIsReadAnew()
    return team
  }

  async listing(id: string): Promise<Listing | null> {
    return this.agency.inUnit(async () =>
      Listing.query().where('id', id).preload('property').first()
    )
  }

  async listingCalled(title: string): Promise<Listing | null> {
    return this.agency.inUnit(async () =>
      Listing.query().where('title', title).preload('property').first()
    )
  }

  /** The steps that a listing's status took. */
  async steps(listingId: string): Promise<string[]> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ step: string }>(
        `select from_status || ' → ' || to_status as step from status_steps where subject_id = ? order by id`,
        [listingId]
      )
    )
    return rows.map(({ step }) => step)
  }

  async prices(listingId: string): Promise<number[]> {
    return this.agency.inUnit(async () => {
      const prices = await ListingPrice.query().where('listingId', listingId).orderBy('id')
      return prices.map(({ priceMinor }) => priceMinor)
    })
  }

  async timeline(listingId: string): Promise<TimelineEntry[]> {
    return this.agency.inUnit(async () =>
      TimelineEntry.query().where('subject_id', listingId).orderBy('id')
    )
  }

  /** What a colleague is told, in the order in which it happened. */
  async notices(role: StaffRole): Promise<string[]> {
    const memberId = await this.agency.memberId(role)
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ kind: string }>('select kind from notifications where member_id = ? order by id', [
        memberId,
      ])
    )
    return rows.map(({ kind }) => kind)
  }

  /** Asks for a listing at the side of the list. */
  asPanel(role: StaffRole, request: ApiRequest): ApiRequest {
    return this.asFragment(role, request).qs({ as: 'panel' })
  }
}

const aHouse = {
  type: 'house' as const,
  address: { line: '5 Pine St', city: 'Seattle', state: 'WA', postcode: '98107' },
  locality: 'Ballard',
  city: 'Seattle',
  postcode: '98107',
  latitude: 47.66,
  longitude: -122.38,
  sizeValue: 1800,
  sizeUnit: 'sqft' as const,
  beds: 3,
  baths: 2,
  features: ['garage', 'garden'],
}

const anOffer = {
  dealType: 'sale' as const,
  priceMinor: 75_000_000,
  currency: 'USD',
  visibility: 'public' as const,
  tagNames: [],
  custom: {},
  qualityScore: 0,
}
