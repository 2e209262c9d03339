import type { Chance } from '#kernel/demo/chance'
import { lines, words } from '../../text.ts'
import type { World } from '../world.ts'
import { asides } from './asides.ts'
import { names } from './names.ts'
import { phrases } from './phrases.ts'

const figures = new Intl.NumberFormat('en-US')

export const zw: World = {
  timeZone: 'Africa/Harare',
  names,
  // Nothing is kept for fiction here; rows of zeros show at a glance that a number is made up.
  phones: {
    prefixes: ['+263770000', '+263780000', '+263710000'],
    first: 110,
    last: 999,
  },
  mailHosts: words(`posta.example, mail.example, africamail.example, example.com, example.org`),
  areas: words(`
    Borrowdale, Avondale, Mount Pleasant, Highlands, Greendale, Chisipite, Marlborough, Glen Lorne,
    Belvedere, Mabelreign, Hatfield, Waterfalls, Eastlea, Borrowdale Brooke, Vainona, Westgate,
    Msasa Park, Newlands`).map((name) => ({ name, postalCode: null })),
  streets: lines(`
    Muhacha Avenue
    Weaver Bird Lane
    Jacaranda Close
    Old Orchard Road
    Kopje View Drive
    Flame Lily Crescent
    Guinea Fowl Way
    Mission Stream Road
    Bluegum Avenue
    Stonecutter Lane
    Hornbill Road
    Musasa Grove
    Paperbark Drive
    Granite Hill Close
    Lemon Tree Avenue`),
  address: (area, streets, chance) => ({
    line: `${complexPart(chance)}${chance.between(1, 248)} ${chance.pick(streets)}`,
    locality: area.name,
    city: 'Harare',
  }),
  property: (street, chance) => `${chance.between(1, 248)} ${street}`,
  homes: lines(`
    four-bed house on an acre
    three-bed cluster house
    garden flat
    two-bed flat with a lock-up garage
    double-storey with a pool
    vacant stand of 2,000 square metres
    thatched cottage
    three-bed house with a cottage
    townhouse in a gated complex
    five-bed house with a borehole`),
  lenders: lines(`
    the building society
    the bank
    the conveyancer
    their lawyer
    the pension fund`),
  money: {
    price: (chance) => chance.between(24, 190) * 2500,
    rent: (chance) => chance.between(7, 48) * 50,
    amount: (chance) => chance.between(4, 120) * 10,
    rounded: (price) => Math.round(price / 500) * 500,
    write: (amount) => `US$${figures.format(amount)}`,
  },
  habits: { 'call': 6, 'email': 2, 'meeting': 4, 'site-visit': 4, 'whatsapp': 8, 'other': 1 },
  sources: [
    ['Referral', 9],
    ['WhatsApp', 7],
    ['Property portal', 6],
    ['Social media', 6],
    ['Sign board', 5],
    ['Walk in', 4],
    ['Newspaper', 2],
    ['Diaspora event', 3],
  ],
  kinds: [
    ['buyer', 33],
    ['seller', 18],
    ['tenant', 17],
    ['landlord', 13],
    ['investor', 7],
    ['vendor', 8],
    ['other', 4],
  ],
  tags: {
    buyer: words(`Diaspora, Cash buyer, First-time buyer, Mortgage, Title deeds only, Stand`),
    seller: words(`Emigrating, Deceased estate, Urgent sale, Sole mandate`),
    landlord: words(`Diaspora, Needs management, Cottage`),
    tenant: words(`NGO, Company lease, Pays quarterly, Family`),
    investor: words(`Investor, Developer, Cash buyer, Diaspora`),
    vendor: words(`Approved supplier, Conveyancer, Emergency call-out`),
    other: words(`Past client, Introducer, Church`),
  },
  phrases,
  asides,
}

const complexes = lines(`
  Weaver Court
  Hornbill Gardens
  The Orchard
  Kopje Mews
  Sunbird Village`)

function complexPart(chance: Chance): string {
  return chance.happens(0.2) ? `Unit ${chance.between(1, 18)}, ${chance.pick(complexes)}, ` : ''
}
