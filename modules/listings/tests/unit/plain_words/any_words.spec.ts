import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import fc from 'fast-check'
import type { MarketKey } from '#kernel/markets/market_pack'
import { parsePlainWords } from '../../../plain_words/parse_plain_words.ts'
import { type Parsed, SIZE_UNITS, SORTS } from '../../../plain_words/parsed.ts'
import { asParsed } from '../../../plain_words/plain_reader.ts'
import { LONGEST_TEXT } from '../../../plain_words/tokens.ts'
import { say } from './say.ts'
import { vocabularies } from './vocabularies.ts'

const NAUGHTY = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../../tests/fixtures/blns/blns.json'), 'utf8')
) as string[]

const MARKETS = Object.values(vocabularies)
const anyMarket = fc.constantFrom<MarketKey>('US', 'ZW', 'IN')

/** What means something to the parser, in any order. */
const PIECE = fc.constantFrom(
  ...`3 2.5 1/2 200k 300-400k 1.2 cr lakh $ ₹ US$ Z$ 98103 411045 bed beds bhk bath baths studio sqft m2 acre cents under
    over between and or to from at least max around + / - , not no without near in house flat condo plot pool garage
    Ballard Hillside Harare Seattle Baner Quen Anne cheapest newest rent sale pm pw km deposit price half a million
    penthouse commercial 0 00 99999999999999999999 .5 é 🏠 ्`.split(/\s+/)
)
const sentence = fc.array(PIECE, { maxLength: 30 }).map((pieces) => pieces.join(' '))

test.group('Any words at all', () => {
  test('are read without a fault, into filters that hold', ({ assert }) => {
    const texts = fc.oneof(
      sentence,
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 })
    )
    fc.assert(
      fc.property(texts, anyMarket, (text, key) => {
        const vocabulary = vocabularies[key]
        const parsed = parsePlainWords(text, vocabulary)
        assert.deepEqual(asParsed(parsed, text, vocabulary), parsed)
      }),
      { numRuns: 500 }
    )
  })

  test('may be hostile', ({ assert }) => {
    const long = [
      'a',
      '1 ',
      '1,',
      '1/',
      'no ',
      'under ',
      '9'.repeat(400),
      '🏠',
      '\0',
      '((a+)+',
      '﷽',
    ]
    for (const text of [...NAUGHTY, ...long.map((part) => part.repeat(10_000 / part.length))])
      for (const vocabulary of MARKETS) {
        const parsed = parsePlainWords(text, vocabulary)
        assert.deepEqual(asParsed(parsed, text, vocabulary), parsed)
        assert.isAtMost(parsed.rest?.length ?? 0, LONGEST_TEXT)
      }
  })

  test('mean the same when they are said again in other words', ({ assert }) => {
    fc.assert(
      fc.property(anyMarket.chain(parsedBy), ([key, parsed]) => {
        const vocabulary = vocabularies[key]
        const again = parsePlainWords(say(parsed, vocabulary), vocabulary)
        assert.deepEqual(again, parsed, say(parsed, vocabulary))
      }),
      { numRuns: 300 }
    )
  })
})

/** What somebody may want, place by unmistakable place. */
function parsedBy(market: MarketKey): fc.Arbitrary<[MarketKey, Parsed]> {
  const vocabulary = vocabularies[market]
  const keysOf = (terms: { key: string }[]) =>
    fc.subarray(
      terms.map(({ key }) => key).filter((key) => key !== 'other'),
      { minLength: 1, maxLength: 3 }
    )
  const names = Map.groupBy(vocabulary.localities, ({ name }) => name)
  const clear = vocabulary.localities.filter(({ name }) => names.get(name)?.length === 1)
  const facts = fc.record(
    {
      deal_type: fc.constantFrom('sale', 'rent'),
      types: keysOf(vocabulary.propertyTypes),
      baths_min: fc.integer({ min: 2, max: 40 }).map((halves) => halves / 2),
      localities: keysOf(clear),
      features: keysOf(vocabulary.features),
      sort: fc.constantFrom(...SORTS),
    },
    { requiredKeys: [] }
  )
  const beds = ends('beds', fc.integer({ min: 0, max: 20 }))
  const prices = ends('price', fc.integer({ min: 100_00, max: 10 ** 12 }), '_minor')
  const sizes = ends('size', fc.integer({ min: 1, max: 10 ** 6 }))
  return fc
    .tuple(facts, beds, prices, sizes, fc.constantFrom(...SIZE_UNITS))
    .map(([told, bed, price, size, unit]) => {
      const currency = Object.keys(price).length > 0 && { currency: vocabulary.currency }
      const sizeUnit = Object.keys(size).length > 0 && { size_unit: unit }
      return [market, { ...told, ...bed, ...price, ...currency, ...size, ...sizeUnit } as Parsed]
    })
}

function ends(name: string, value: fc.Arbitrary<number>, suffix = ''): fc.Arbitrary<Parsed> {
  return fc
    .tuple(value, value, fc.constantFrom('none', 'min', 'max', 'both'))
    .map(([a, b, told]) => ({
      ...(told !== 'none' && told !== 'max' && { [`${name}_min${suffix}`]: Math.min(a, b) }),
      ...(told !== 'none' && told !== 'min' && { [`${name}_max${suffix}`]: Math.max(a, b) }),
    }))
}
