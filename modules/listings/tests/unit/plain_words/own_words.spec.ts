import { test } from '@japa/runner'
import { parsePlainWords } from '../../../plain_words/parse_plain_words.ts'
import { vocabularies } from './vocabularies.ts'

test.group('An agency’s own words', () => {
  test('are places, types and features like any other', ({ assert }) => {
    const { US } = vocabularies
    const own = {
      ...US,
      localities: [...US.localities, { key: 'own_1', name: 'Miami', also: ['Magic City'] }],
      propertyTypes: [...US.propertyTypes, { key: 'houseboat', words: ['floating home'] }],
      features: [...US.features, { key: 'boat_dock', words: ['moorage'] }],
    }
    assert.deepEqual(parsePlainWords('3 bedroom house in Maimi under 200k', own), {
      types: ['house'],
      beds_min: 3,
      beds_max: 3,
      price_max_minor: 20_000_000,
      currency: 'USD',
      localities: ['own_1'],
    })
    assert.deepEqual(parsePlainWords('floating homes with moorage, magic city', own), {
      types: ['houseboat'],
      features: ['boat_dock'],
      localities: ['own_1'],
    })
  })

  test('cannot take the meaning of common ones away', ({ assert }) => {
    const { ZW } = vocabularies
    const places = ['Under', 'House', '3', '', '🏠'].map((name) => ({ key: name, name, also: [] }))
    const odd = { ...ZW, localities: places }
    assert.deepEqual(parsePlainWords('house under 90k', odd), {
      types: ['house'],
      price_max_minor: 9_000_000,
      currency: 'USD',
    })
  })

  test('are not there where it does not have them', ({ assert }) => {
    const bare = { ...vocabularies.US, propertyTypes: [], features: [], localities: [] }
    assert.deepEqual(parsePlainWords('3 bed condo with pool in Ballard', bare), {
      beds_min: 3,
      beds_max: 3,
      rest: 'condo pool Ballard',
    })
  })
})
