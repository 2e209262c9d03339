import { lines, words } from '../../text.ts'
import type { Area, World } from '../world.ts'
import { asides } from './asides.ts'
import { names } from './names.ts'
import { phrases } from './phrases.ts'

const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
})

export const us: World = {
  timeZone: 'America/Los_Angeles',
  names,
  // 555-0100 to 555-0199 are kept for fiction in every area code; the first ten are the staff's.
  phones: {
    prefixes: words(`206, 425, 253, 360, 564, 509, 503, 971, 415, 602, 208, 406`).map(
      (code) => `+1${code}5550`
    ),
    first: 110,
    last: 199,
  },
  mailHosts: words(`mail.example, inbox.example, postbox.example, example.com, example.net`),
  areas: areas(`
    Ballard 98107
    Fremont 98103
    Wallingford 98103
    Green Lake 98115
    Phinney Ridge 98103
    Capitol Hill 98102
    Queen Anne 98109
    Magnolia 98199
    West Seattle 98116
    Columbia City 98118
    Beacon Hill 98108
    Ravenna 98105
    Wedgwood 98115
    Leschi 98122
    Georgetown 98108
    Shoreline 98133`),
  streets: lines(`
    Alder Crest Ave
    Heron Point Way
    Madrona Hill St
    Larkspur Pl N
    Old Cannery Rd
    Saltwater Ln
    Fernbrook Dr NE
    Cedar Landing Ave S
    Ferry View Ct
    Tillicum Ridge Rd
    Northwind St SW
    Quartermaster Ln
    Sockeye Run NW
    Halyard St
    Thistle Bank Ave
    Gasworks Row`),
  address: (area, streets, chance) => ({
    line: `${chance.between(1100, 9899)} ${chance.pick(streets)}`,
    unit: chance.happens(0.25) ? `${chance.between(1, 24)}${chance.pick(['A', 'B', ''])}` : null,
    city: area.name === 'Shoreline' ? 'Shoreline' : 'Seattle',
    state: 'WA',
    postcode: area.postalCode,
  }),
  property: (street, chance) => `${chance.between(1100, 9899)} ${street}`,
  homes: lines(`
    three-bed craftsman
    two-bed condo
    townhouse with a garage
    mid-century rambler
    four-bed tudor
    duplex
    split-level with a view
    cottage with a rental unit behind
    new-build townhome
    brick bungalow`),
  lenders: lines(`
    the credit union
    the lender
    their mortgage broker
    the escrow officer
    the loan officer`),
  money: {
    price: (chance) => chance.between(96, 340) * 5000,
    rent: (chance) => chance.between(37, 92) * 50,
    amount: (chance) => chance.between(8, 190) * 25,
    rounded: (price) => Math.round(price / 1000) * 1000,
    write: (amount) => dollars.format(amount),
  },
  habits: { 'call': 6, 'email': 5, 'meeting': 4, 'site-visit': 4, 'whatsapp': 0.4, 'other': 1 },
  sources: [
    ['Website', 8],
    ['Referral', 7],
    ['Open house', 6],
    ['Property portal', 6],
    ['Past client', 4],
    ['Sign board', 3],
    ['Social media', 3],
    ['Phone call', 2],
  ],
  kinds: [
    ['buyer', 34],
    ['seller', 20],
    ['tenant', 13],
    ['landlord', 10],
    ['investor', 8],
    ['vendor', 9],
    ['other', 6],
  ],
  tags: {
    buyer: words(
      `First-time buyer, Relocation, Cash buyer, School district, Pre-approved, Move-up`
    ),
    seller: words(`Downsizer, Estate sale, Expired listing, Sell and buy`),
    landlord: words(`Out of state, Single-family rental, Needs management`),
    tenant: words(`Pet owner, Corporate lease, Short term`),
    investor: words(`Investor, 1031 exchange, Multifamily, Cash buyer`),
    vendor: words(`Preferred vendor, Licensed and insured, 24-hour service`),
    other: words(`Sphere, Past client, Referral partner`),
  },
  phrases,
  asides,
}

function areas(text: string): Area[] {
  return lines(text).map((line) => ({ name: line.slice(0, -6), postalCode: line.slice(-5) }))
}
