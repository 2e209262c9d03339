import { cursorAt } from '#kernel/lists/keyset'
import { unitSql } from '#kernel/tenancy/sql'
import { listingPath } from '../../listings/presenters/site/site_links.ts'

/** A page that people look at all day. */
export interface BusyPage {
  what: string
  as: 'staff' | 'program' | 'visitor'
  /** What it has to show. */
  shows: RegExp
  /** Asked in turn. */
  paths: string[]
}

type Line = [what: string, shows: RegExp, ...paths: string[]]

/** Every page that has to be fast in a big agency, asked for in its open unit; one more is one more line. */
export async function busyPages(): Promise<BusyPage[]> {
  const there = await known()
  const staff = [
    ...contactPages(there),
    ...leadPages(there),
    ...leadOverviews(there),
    ...listingPages(there),
    ...searchPages,
  ]
  return [
    ...staff.map(pageFor('staff')),
    ...programPages.map(pageFor('program')),
    ...sitePages(there).map(pageFor('visitor')),
  ]
}

const CONTACT = /\/app\/contacts\/[0-9a-f-]{36}/
const LEAD = /\/app\/leads\/[0-9a-f-]{36}/
const LISTING = /\/app\/listings\/[0-9a-f-]{36}/
const PUBLIC = /\/listings\/L-\d/
const TOWNS = /Kirkland/
const STORY = /timeline/
const DATA = /"data":\[\{/

const contactPages = ({ contacts, deepContact }: Known): Line[] => [
  ['contacts: list', CONTACT, '/app/contacts'],
  ['contacts: of a town and kind', CONTACT, '/app/contacts?city=Kent&kind=buyer'],
  ['contacts: a name', CONTACT, ...named('/app/contacts?q=')],
  ['contacts: a number', CONTACT, ...numbered('/app/contacts?q=')],
  ['contacts: deep', CONTACT, `/app/contacts?after=${deepContact}`],
  ['contacts: filter menu', TOWNS, '/app/contacts?as=filters'],
  ['contacts: record', STORY, ...contacts.map((id) => `/app/contacts/${id}`)],
]

const leadPages = ({ leads, agent, deepLead }: Known): Line[] => [
  ['leads: list', LEAD, '/app/leads'],
  ['leads: of a status', LEAD, '/app/leads?status=qualified'],
  ['leads: open', LEAD, '/app/leads?status=open'],
  ['leads: of a source', LEAD, '/app/leads?source=referral'],
  ['leads: of an agent', LEAD, `/app/leads?owner=${agent}`],
  ['leads: open in a town', LEAD, '/app/leads?city=Kent&status=open'],
  ['leads: a name', LEAD, ...named('/app/leads?q=')],
  ['leads: by priority', LEAD, '/app/leads?sort=-priority'],
  ['leads: deep', LEAD, `/app/leads?after=${deepLead}`],
  ['leads: filter menu', TOWNS, '/app/leads?as=filters'],
  ['leads: record', STORY, ...leads.map((id) => `/app/leads/${id}`)],
]

const leadOverviews = ({ agent }: Known): Line[] => [
  ['today', /app\/(contacts|leads|listings)\/[0-9a-f-]{36}/, '/app'],
  ['leads: waiting', LEAD, '/app/leads/waiting'],
  ['leads: board', LEAD, '/app/leads/board'],
  ['leads: board of a town', LEAD, '/app/leads/board?city=Kent'],
  ['leads: board of an agent', LEAD, `/app/leads/board?owner=${agent}`],
  ['leads: statistics of 90 days', /referral/i, '/app/leads/statistics'],
  ['leads: statistics of a year', /referral/i, '/app/leads/statistics?days=365'],
]

const listingPages = ({ listings }: Known): Line[] => [
  ['listings: list', LISTING, '/app/listings'],
  ['listings: filtered', LISTING, '/app/listings?localities=Ballard&beds_min=3&status=active'],
  ['listings: words', LISTING, '/app/listings?q=ballard', '/app/listings?q=L-0123'],
  ['listings: by price', LISTING, '/app/listings?sort=-price&deal_type=sale'],
  ['listings: gallery', LISTING, '/app/listings?view=gallery'],
  ['listings: filter menu', LISTING, '/app/listings?as=filters'],
  ['listings: towns to filter by', TOWNS, ...opened('city')],
  ['listings: values of a filter', LISTING, ...opened('localities', 'types', 'features')],
  ['listings: record', STORY, ...listings.map((id) => `/app/listings/${id}`)],
]

const PALETTE = '/app/search?as=palette&q='
const searchPages: Line[] = [
  ['search: palette', /href/, ...named(PALETTE), ...numbered(PALETTE)],
  ['search: a slip', /href/, `${PALETTE}Zimermann`, `${PALETTE}Johnsn`, `${PALETTE}Balard`],
  ['search: page', /href/, ...named('/app/search?q=')],
]

const programPages: Line[] = [
  ['api: contacts', DATA, '/api/v1/contacts', '/api/v1/contacts?city=Kent&limit=100'],
  ['api: leads', DATA, '/api/v1/leads', '/api/v1/leads?status=qualified&limit=100'],
  ['api: listings', DATA, '/api/v1/listings', '/api/v1/listings?localities=Ballard&beds_min=3'],
  ['api: words', DATA, ...asked('/api/v1/listings?q=')],
]

const sitePages = ({ addresses }: Known): Line[] => [
  ['site: home', /Ballard/, '/'],
  ['site: search', PUBLIC, '/listings', '/listings?localities=Ballard&beds_min=3'],
  ['site: words', PUBLIC, '/listings?q=garden&read=yes', '/listings?q=L-0123&read=yes'],
  ['site: listing', /schema\.org/, ...addresses],
]

function pageFor(as: BusyPage['as']) {
  return ([what, shows, ...paths]: Line): BusyPage => ({ what, as, shows, paths })
}

/** A frequent name, people, and the beginning of a name. */
function named(path: string): string[] {
  return ['chen', 'ann smith', 'zoe müller', 'zim'].map((q) => path + encodeURIComponent(q))
}

function opened(...filters: string[]): string[] {
  return filters.map((name) => `/app/listings?as=filter~${name}`)
}

function asked(path: string): string[] {
  const questions = ['3 bedroom house in ballard', 'house under 500k', '2+ beds, garden, kirkland']
  return questions.map((q) => path + encodeURIComponent(q))
}

/** The beginning of a number that a hundredth has, and one that a tenth has. */
function numbered(path: string): string[] {
  return ['206 201 2', '206-205'].map((q) => path + encodeURIComponent(q))
}

type Known = Awaited<ReturnType<typeof known>>

/** Records of one agent, so that everybody who looks may see them. */
async function known() {
  const [agent] = await idsOf(`members where role = 'senior_agent' order by id`)
  const own = `where owner_id = '${agent}' and deleted_at is null order by md5(id::text)`
  return {
    agent,
    contacts: await idsOf(`contacts ${own}`),
    leads: await idsOf(`leads ${own}`),
    listings: await idsOf(`listings ${own}`),
    addresses: await publicAddresses(),
    deepContact: await deepIn('contacts', 'lower(name)', 'asc'),
    deepLead: await deepIn('leads', 'created_at', 'desc'),
  }
}

async function idsOf(from: string): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(`select id from ${from} limit 20`)
  return rows.map(({ id }) => id)
}

async function publicAddresses(): Promise<string[]> {
  const { rows } = await unitSql<{ reference: string; title: string }>(
    `select reference, title from listings
      where status = 'active' and visibility = 'public' order by md5(id::text) limit 20`
  )
  return rows.map(listingPath)
}

/** The cursor of a row in the middle of a list. */
async function deepIn(table: string, key: string, direction: string): Promise<string> {
  const { rows } = await unitSql<{ id: string; sort_key: string; position: number }>(
    `select id, (${key})::text as sort_key, (select count(*) from ${table}) / 2 as position
       from ${table} order by ${key} ${direction}, id ${direction} limit 1 offset (select count(*) from ${table}) / 2`
  )
  return cursorAt(rows[0], Number(rows[0].position))
}
