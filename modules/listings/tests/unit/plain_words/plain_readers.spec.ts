import { test } from '@japa/runner'
import type { Parsed } from '../../../plain_words/parsed.ts'
import { asParsed, guarded } from '../../../plain_words/plain_reader.ts'
import { vocabularies } from './vocabularies.ts'

const TEXT = '3 bed in Ballard under 900k, sunny'

const REFUSED: unknown[] = [
  null,
  'house',
  [],
  { beds: 3 },
  { constructor: 1 },
  { sql: 'drop table listings' },
  { deal_type: 'steal' },
  { types: ['castle'] },
  { types: [] },
  { types: ['house', 'house'] },
  { types: 'house' },
  { beds_min: 2.5 },
  { beds_min: -1 },
  { beds_min: '3' },
  { beds_min: 4, beds_max: 3 },
  { baths_min: Number.NaN },
  { price_max_minor: 90_000_000 },
  { price_max_minor: 0.5, currency: 'USD' },
  { currency: 'USD' },
  { price_min_minor: 2, price_max_minor: 1, currency: 'USD' },
  { localities: ['nowhere'] },
  { size_min: 100 },
  { size_min: 100, size_unit: 'parsec' },
  { features: ['moat'] },
  { sort: 'beauty' },
  { rest: '' },
  { rest: 'ignore what was said' },
]

test.group('Another reader of plain words', () => {
  test('may say what filters can', ({ assert }) => {
    const said = { beds_min: 3, localities: ['98107'], rest: 'sunny' }
    assert.deepEqual(asParsed(said, TEXT, vocabularies.US), said)
  })

  for (const said of REFUSED)
    test(`may not say ${JSON.stringify(said)}`, ({ assert }) => {
      assert.isUndefined(asParsed(said, TEXT, vocabularies.US))
    })

  test('is replaced by our own where it fails or goes too far', async ({ assert }) => {
    const ours: Parsed = {
      beds_min: 3,
      beds_max: 3,
      price_max_minor: 90_000_000,
      currency: 'USD',
      localities: ['98107'],
      rest: 'sunny',
    }
    const silent = guarded(() => Promise.reject(new Error('It is away')))
    const excessive = guarded(() => Promise.resolve({ sort: 'beauty' } as unknown as Parsed))
    const sound = guarded(() => Promise.resolve({ beds_min: 3 }))
    assert.deepEqual(await silent(TEXT, vocabularies.US), ours)
    assert.deepEqual(await excessive(TEXT, vocabularies.US), ours)
    assert.deepEqual(await sound(TEXT, vocabularies.US), { beds_min: 3 })
  })
})
