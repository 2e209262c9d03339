import { Member } from '#app/members'
import { tagRecords } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import type { DemoPlace } from '#kernel/modules/manifest'
import { unitSql } from '#kernel/tenancy/sql'
import { Chance } from '#kernel/demo/chance'
import { Contact } from '#modules/contacts'
import { nextReferences } from '../actions/next_reference.ts'
import { renewTagCopies } from '../actions/renew_copies.ts'
import ListingsCreated from '../events/listings_created.ts'
import { tellOf } from '../events/listings_event.ts'
import ListingCategory from '../models/listing_category.ts'
import { careerOf } from './career.ts'
import type { DemoHome } from './drafts.ts'
import { kingCountyHomes } from './king_county.ts'
import { localHomes } from './local_homes.ts'
import { picturesFor, showPictures } from './pictures.ts'
import { type DemoListing, listingRow, noteRows, priceRows, propertyRow } from './rows.ts'

const SALES = 2_000
const HOMES = 340

/** Gives a demo agency its stock: a few statements, however many listings there are. */
export default async function seedListings(place: DemoPlace, sales = SALES): Promise<void> {
  const drafts = await listingsOf(place, demoHomes(place, sales))
  await insert('properties', PROPERTY, drafts.map(propertyRow))
  await insert('listings', LISTING, drafts.map(listingRow))
  await insert('listing_prices', PRICE, drafts.flatMap(priceRows))
  await insert('timeline_entries', NOTE, drafts.flatMap(noteRows))
  await showPictures(
    drafts.map(({ ids, pictures }) => ({ listing: ids.listing, numbers: pictures }))
  )
  await putTags(drafts)
  tellOf(
    ListingsCreated,
    drafts.map(({ ids }) => ids.listing)
  )
}

async function listingsOf(place: DemoPlace, homes: DemoHome[]): Promise<DemoListing[]> {
  const ids = await freshIds(homes.length * 2)
  const references = await nextReferences(homes.length)
  const cast = await castOf()
  const { currency } = marketPack(place.market)
  return homes.map((home, index) => {
    const chance = new Chance(`${place.slug} listing ${index}`)
    return {
      home,
      currency,
      today: place.today,
      career: careerOf(home.offer, chance),
      ids: { property: ids[index * 2], listing: ids[index * 2 + 1] },
      reference: references[index],
      pictures: picturesFor(new Chance(`${place.slug} pictures ${index}`)),
      ...chosenFrom(cast, chance),
    }
  })
}

/** The county's sales for the market that has them; homes that could stand there for the others. */
export function demoHomes(
  { slug, market }: Pick<DemoPlace, 'slug' | 'market'>,
  sales = SALES
): DemoHome[] {
  return market === 'US' ? kingCountyHomes(slug, sales) : localHomes(slug, market, HOMES)
}

/** How often a role has listings of its own. */
const shares: Record<string, number> = {
  senior_agent: 40,
  junior_agent: 34,
  sales_director: 6,
  property_manager: 12,
  principal: 4,
}

type Cast = Awaited<ReturnType<typeof castOf>>

async function castOf() {
  const members = await Member.query().where('state', 'active').orderBy('id')
  const owners = await Contact.query()
    .whereRaw(`kinds && '{seller,landlord}'`)
    .orderBy('id')
    .select('id')
    .pojo<{ id: string }>()
  const names = ['New developments', 'First homes', 'Fine homes', 'Commercial']
  const categories = await ListingCategory.createMany(
    names.map((name, position) => ({ name, position }))
  )
  const agents = members
    .map(({ id, name, teamId, role }) => [{ id, name, teamId }, shares[role] ?? 0] as const)
    .filter(([, share]) => share > 0)
  return { agents, owners, categories }
}

function chosenFrom({ agents, owners, categories }: Cast, chance: Chance) {
  const hasOwner = owners.length > 0 && chance.happens(0.8)
  const hasAgent = agents.length > 0 && !chance.happens(0.03)
  return {
    agent: hasAgent ? chance.weigh(agents) : null,
    ownerContactId: hasOwner ? chance.pick(owners).id : null,
    categoryId: chance.happens(0.35) ? chance.pick(categories).id : null,
  }
}

const PROPERTY = `id uuid, type text, address jsonb, locality text, city text, postcode text, latitude double precision,
  longitude double precision, size_value double precision, size_unit text, plot_value double precision, plot_unit text,
  beds integer, baths double precision, year_built integer, features text[], owner_contact_id uuid, created_at timestamptz`
const LISTING = `id uuid, property_id uuid, reference text, title text, description text, deal_type text, price_minor bigint,
  currency text, rent_period text, status text, visibility text, owner_id uuid, team_id uuid, category_id uuid,
  authority_kind text, authority_from date, authority_until date, commission_percent double precision, quality_score integer,
  fresh_until date, owner_verified_at timestamptz, owner_verified_by uuid, property_verified_at timestamptz,
  property_verified_by uuid, activated_at timestamptz, closed_as text, closed_on date, closed_price_minor bigint,
  created_by uuid, created_at timestamptz, updated_at timestamptz`
const PRICE = `listing_id uuid, price_minor bigint, currency text, rent_period text, actor_id uuid, actor_name text,
  created_at timestamptz`
const NOTE = `subject_type text, subject_id uuid, kind text, happened_at timestamptz, details text, author_id uuid,
  author_name text, created_at timestamptz, updated_at timestamptz`

async function insert(table: string, shape: string, rows: object[]): Promise<void> {
  const columns = shape
    .split(',')
    .map((column) => column.trim().split(' ')[0])
    .join(', ')
  await unitSql(
    `insert into ${table} (${columns}) select ${columns} from jsonb_to_recordset(?::jsonb) as row(${shape})`,
    [JSON.stringify(rows)]
  )
}

async function freshIds(count: number): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    'select uuidv7() as id from generate_series(1, ?::integer)',
    [count]
  )
  return rows.map(({ id }) => id)
}

async function putTags(drafts: DemoListing[]): Promise<void> {
  const byTag = Map.groupBy(
    drafts.filter(({ career }) => career.tag !== null),
    ({ career }) => career.tag!
  )
  for (const [tag, tagged] of byTag)
    await tagRecords(
      'listing',
      tagged.map(({ ids }) => ids.listing),
      [tag]
    )
  await renewTagCopies(drafts.map(({ ids }) => ids.listing))
}
