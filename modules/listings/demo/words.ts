import type { MarketKey } from '#kernel/markets/market_pack'
import type { Chance } from '#kernel/demo/chance'
import type { DealType, PropertyType } from '../listing_words.ts'
import type { DemoProperty } from './drafts.ts'

interface Described {
  property: DemoProperty
  dealType: DealType
  market: MarketKey
  chance: Chance
}

/** A title and a text such as an agent writes; a few are still waiting for theirs. */
export function describe(described: Described): { title: string; description: string | null } {
  const { property, chance } = described
  const title = titleFor(described)
  if (chance.happens(0.08)) return { title, description: null }
  const sentences = [
    chance.pick(openings).replace('{what}', lower(title)),
    roomsOf(property),
    featuresOf(property),
    chance.pick(surroundings).replace('{locality}', property.locality),
    chance.pick(described.dealType === 'sale' ? saleEndings : rentEndings),
  ]
  return { title, description: sentences.filter(Boolean).join(' ') }
}

function titleFor({ property, market, chance }: Described): string {
  const kind = names[property.type] ?? 'property'
  const rooms = property.beds ? `${property.beds}${market === 'IN' ? ' BHK' : '-bedroom'} ` : ''
  const extra = property.features.find((feature) => feature in extras)
  const praise = chance.happens(0.5) && !rooms ? `${chance.pick(praises)} ` : ''
  const end = extra && chance.happens(0.6) ? ` ${extras[extra]}` : ''
  return capital(`${praise}${rooms}${kind}${end} in ${property.locality}`)
}

const names: Partial<Record<PropertyType, string>> = {
  house: 'house',
  apartment: 'apartment',
  townhouse: 'townhouse',
  villa: 'villa',
  cottage: 'cottage',
  land: 'building plot',
  office: 'office',
  retail: 'shop',
}

const extras: Record<string, string> = {
  waterfront: 'on the water',
  view: 'with a view',
  pool: 'with a pool',
  borehole: 'with a borehole',
  solar: 'with solar',
  garden: 'with a garden',
  furnished: 'fully furnished',
}

const praises = ['bright', 'well-kept', 'quiet', 'handsome', 'roomy']

const openings = [
  'Here is a {what} that has been looked after.',
  'Come and see this {what}.',
  'On a calm street: a {what}.',
  'Seldom found at this price: a {what}.',
]

const surroundings = [
  '{locality} has schools, shops and a market within a short drive.',
  'In the heart of {locality}, and yet quiet at night.',
  'A few minutes from the main road through {locality}, with good transport.',
  'Neighbours in {locality} know each other, and the street is well lit.',
]

const saleEndings = [
  'The title is clear and the owner is ready to move.',
  'Viewings by appointment, also on Saturdays.',
  'The papers are at our office for a first look.',
]
const rentEndings = [
  'Free from the first of the month.',
  'A deposit of one month and references are asked for.',
  'A lease of a year is preferred.',
]

function roomsOf({ beds, baths, yearBuilt, plotValue, plotUnit }: DemoProperty): string {
  const rooms = beds
    ? `There are ${counted(beds, 'bedroom')} and ${counted(baths ?? 1, 'bathroom')}`
    : ''
  const plot = plotValue
    ? ` on a plot of ${plotValue.toLocaleString('en')} ${spelt[plotUnit ?? 'sqm']}`
    : ''
  const year = yearBuilt ? `, built in ${yearBuilt}` : ''
  return rooms ? `${rooms}${plot}${year}.` : plot ? `It stands${plot}${year}.` : ''
}

const spelt: Record<string, string> = { sqft: 'square feet', sqm: 'square metres', acre: 'acres' }

function featuresOf({ features }: DemoProperty): string {
  if (features.length === 0) return ''
  return `Comes with ${features.map((one) => one.replaceAll('_', ' ')).join(', ')}.`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1)
}

function lower(text: string): string {
  return text[0].toLowerCase() + text.slice(1)
}
