import { test } from '@japa/runner'
import { chipsOf, without } from '../../../plain_words/chips.ts'
import { parsePlainWords } from '../../../plain_words/parse_plain_words.ts'
import { queryOf } from '../../../plain_words/query.ts'
import { vocabularies } from './vocabularies.ts'

const PARSED = parsePlainWords(
  '3-4 bed 2 bath house or condo in Ballard or Fremont with pool, $500k to $750,500.50, no stairs',
  vocabularies.US
)

test.group('What was understood', () => {
  test('is shown thing by thing', ({ assert }) => {
    assert.deepEqual(
      chipsOf(PARSED).map(({ text, facts }) => [text, facts]),
      [
        ['listings.plain_words.types.one', { value: 'house' }],
        ['listings.plain_words.types.one', { value: 'apartment' }],
        ['listings.plain_words.beds.between', { min: 3, max: 4 }],
        ['listings.plain_words.baths.from', { min: 2 }],
        [
          'listings.plain_words.price.between',
          { min: 50_000_000, max: 75_050_050, currency: 'USD' },
        ],
        ['listings.plain_words.localities.one', { value: '98107' }],
        ['listings.plain_words.localities.one', { value: '98103' }],
        ['listings.plain_words.features.one', { value: 'pool' }],
        ['listings.plain_words.rest.one', { value: 'no stairs' }],
      ]
    )
  })

  test('says whether a number is exact, the least or the most', ({ assert }) => {
    const textsOf = (words: string) =>
      chipsOf(parsePlainWords(words, vocabularies.ZW)).map(({ text }) => text)
    assert.deepEqual(textsOf('3 bed'), ['listings.plain_words.beds.one'])
    assert.deepEqual(textsOf('at least 3 bed'), ['listings.plain_words.beds.from'])
    assert.deepEqual(textsOf('under 200k'), ['listings.plain_words.price.to'])
    assert.deepEqual(textsOf('2000 sqm'), ['listings.plain_words.size.from'])
    assert.deepEqual(textsOf(''), [])
  })

  test('is an address of the list', ({ assert }) => {
    assert.deepEqual(queryOf(PARSED), {
      beds_min: '3',
      beds_max: '4',
      baths_min: '2',
      price_min: '500000',
      price_max: '750500.50',
      currency: 'USD',
      types: 'house,apartment',
      features: 'pool',
      localities: '98107,98103',
      q: 'no stairs',
    })
  })

  test('can be taken away thing by thing', ({ assert }) => {
    const chips = chipsOf(PARSED)
    const [, apartment, beds] = chips
    assert.deepEqual(without(PARSED, apartment).types, ['house'])
    assert.notProperty(without(PARSED, beds), 'beds_min')
    assert.deepEqual(chips.reduce(without, PARSED), {})
  })
})
