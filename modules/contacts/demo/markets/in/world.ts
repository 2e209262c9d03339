import type { Chance } from '#kernel/demo/chance'
import { lines, words } from '../../text.ts'
import type { Area, World } from '../world.ts'
import { asides } from './asides.ts'
import { names } from './names.ts'
import { phrases } from './phrases.ts'

const LAKH = 100_000
const CRORE = 100 * LAKH
const rupees = new Intl.NumberFormat('en-IN')

export const india: World = {
  timeZone: 'Asia/Kolkata',
  names,
  // Nothing is kept for fiction here; 90000 0xxxx shows at a glance that a number is made up.
  phones: { prefixes: ['+91900000'], first: 1000, last: 9999 },
  mailHosts: words(`daak.example, mail.example, punemail.example, example.com, example.org`),
  areas: areas(`
    Baner 411045
    Kothrud 411038
    Aundh 411007
    Wakad 411057
    Hinjawadi 411057
    Viman Nagar 411014
    Kharadi 411014
    Hadapsar 411028
    Koregaon Park 411001
    Pashan 411021
    Bavdhan 411021
    Kalyani Nagar 411006
    Magarpatta 411028
    Pimple Saudagar 411027
    Sinhagad Road 411051
    Balewadi 411045`),
  streets: lines(`
    Gulmohar Heights
    Sai Sahyadri Residency
    Peepal Grove
    Indradhanu Park
    Blue Ridge View
    Shantiban Society
    Rohan Vista
    Suvarna Yog
    Malhar Towers
    Amaltas Enclave
    Parijat Apartments
    Kasturi Hills
    Torna Meadows
    Neelgagan Society
    Champak Vihar`),
  address: (area, streets, chance) => ({
    line: `Flat ${flat(chance)}, ${chance.pick(streets)}${landmarkPart(chance)}`,
    locality: area.name,
    city: 'Pune',
    state: 'Maharashtra',
    postcode: area.postalCode,
  }),
  property: (street, chance) => `${flat(chance)} ${street}`,
  homes: lines(`
    2 BHK
    3 BHK with a terrace
    1 BHK
    2.5 BHK
    row house
    3 BHK in a gated society
    resale 2 BHK
    4 BHK duplex
    furnished 2 BHK
    N.A. plot of two guntha`),
  lenders: lines(`
    the bank
    the housing finance company
    their chartered accountant
    the loan desk
    the advocate`),
  money: {
    price: (chance) => chance.between(38, 290) * LAKH,
    rent: (chance) => chance.between(13, 78) * 1000,
    amount: (chance) => chance.between(6, 180) * 500,
    rounded: (price) => Math.round(price / (LAKH / 2)) * (LAKH / 2),
    write: inWords,
  },
  habits: { 'call': 7, 'email': 2, 'meeting': 4, 'site-visit': 5, 'whatsapp': 8, 'other': 1 },
  sources: [
    ['Property portal', 9],
    ['WhatsApp', 6],
    ['Referral', 7],
    ['Website', 4],
    ['Social media', 5],
    ['Walk in', 4],
    ['Society notice board', 2],
    ['Property expo', 3],
  ],
  kinds: [
    ['buyer', 33],
    ['tenant', 21],
    ['seller', 15],
    ['landlord', 13],
    ['investor', 7],
    ['vendor', 7],
    ['other', 4],
  ],
  tags: {
    buyer: words(`NRI, First-time buyer, Home loan, Vastu, Ready possession, Under construction`),
    seller: words(`NRI, Resale, Upgrading, Clear title`),
    landlord: words(`NRI, Families only, Needs management, Furnished`),
    tenant: words(`Family, Bachelors, Company lease, IT park, Pet owner`),
    investor: words(`Investor, Pre-launch, Plots, NRI`),
    vendor: words(`Empanelled, GST registered, Weekend service`),
    other: words(`Past client, Society office, Channel partner`),
  },
  phrases,
  asides,
}

const landmarks = lines(`
  near the water tank
  behind the D.A.V. school
  opp. the vegetable market
  off the service road
  near the Ganpati temple
  next to the petrol pump`)

function flat(chance: Chance): string {
  return `${chance.between(1, 14)}0${chance.between(1, 6)}`
}

function landmarkPart(chance: Chance): string {
  return chance.happens(0.6) ? `, ${chance.pick(landmarks)}` : ''
}

function inWords(amount: number): string {
  if (amount >= CRORE) return `₹${(amount / CRORE).toFixed(2).replace(/\.?0+$/, '')} crore`
  if (amount >= LAKH) return `₹${(amount / LAKH).toFixed(1).replace(/\.0$/, '')} lakh`
  return `₹${rupees.format(amount)}`
}

function areas(text: string): Area[] {
  return lines(text).map((line) => ({ name: line.slice(0, -7), postalCode: line.slice(-6) }))
}
