import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MarketKey } from '#kernel/markets/market_pack'
import type { Parsed } from '../../../plain_words/parsed.ts'
import { vocabularies } from './vocabularies.ts'

export interface WrittenQuery {
  market: MarketKey
  text: string
  expected: Parsed
}

type Facts = Record<string, unknown>
type Reader = (value: string, market: MarketKey) => Facts

const CITIES = ['harare', 'bulawayo', 'pune', 'pimpri_chinchwad', 'ruwa', 'chitungwiza', 'epworth']

/** How the facts after "=>" are written. */
const readers: Record<string, Reader> = {
  deal: (value) => ({ deal_type: value }),
  types: (value) => ({ types: value.split(',').sort() }),
  has: (value) => ({ features: value.split(',').sort() }),
  in: (value, market) => ({
    localities: value
      .split(',')
      .map((one) => keyOf(one, market))
      .sort(),
  }),
  sort: (value) => ({ sort: value }),
  baths: (value) => ({ baths_min: Number(value) }),
  beds: (value) => ends('beds', value),
  price: (value, market) => ({ ...ends('price', value, 100), ...currencyOf(market) }),
  cur: (value) => ({ currency: value }),
  size: (value) => ({ ...ends('size', value), size_unit: /[a-z]+$/.exec(value)![0] }),
}

export function writtenQueries(file: string, market: MarketKey): WrittenQuery[] {
  const lines = readFileSync(join(import.meta.dirname, 'queries', file), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text, facts] = line.split(' => ')
      return { market, text, expected: factsOf(facts, market) as Parsed }
    })
}

/** Lists of keys have no order, prices no name of their own: "price=..200000" is two facts. */
function factsOf(written: string, market: MarketKey): Facts {
  const [told, rest] = written.split(/(?:^| )rest=/)
  const facts = told
    .split(' ')
    .filter(Boolean)
    .map((fact) => {
      const [name, value] = fact.split('=')
      return readers[name](value, market)
    })
  return Object.assign({}, ...facts, rest === undefined ? {} : { rest })
}

/** "3" is exactly that, "3.." at least, "..3" at most. */
function ends(name: string, value: string, factor = 1): Facts {
  const suffix = name === 'price' ? '_minor' : ''
  const bare = value.replace(/[a-z]+$/, '')
  const [min, max] = bare.includes('..') ? bare.split('..') : [bare, bare]
  return {
    ...(min && { [`${name}_min${suffix}`]: Number(min) * factor }),
    ...(max && { [`${name}_max${suffix}`]: Number(max) * factor }),
  }
}

function currencyOf(market: MarketKey): Facts {
  return { currency: vocabularies[market].currency }
}

function keyOf(name: string, market: MarketKey): string {
  const keys = new Set(vocabularies[market].localities.map(({ key }) => key))
  const found = [name, ...CITIES.map((city) => `${city}_${name}`)].find((key) => keys.has(key))
  if (!found) throw new Error(`No locality ${name}`)
  return found
}
