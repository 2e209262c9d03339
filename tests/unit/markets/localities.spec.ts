import { test } from '@japa/runner'
import {
  citiesOf,
  findLocality,
  localitiesOf,
  localityKeysWithin,
  type Locality,
} from '#kernel/markets/localities'
import type { MarketKey } from '#kernel/markets/market_pack'

type Box = { lat: [number, number]; lng: [number, number] }

const KING_COUNTY: Box = { lat: [47.1, 47.8], lng: [-122.55, -121.6] }
const HARARE: Box = { lat: [-18.05, -17.65], lng: [30.88, 31.28] }
const BULAWAYO: Box = { lat: [-20.25, -20.05], lng: [28.45, 28.7] }
const PUNE: Box = { lat: [18.42, 18.7], lng: [73.7, 74.0] }

const MARKETS: MarketKey[] = ['US', 'ZW', 'IN']

test.group('Localities of the markets', () => {
  test('are the zip codes of King County', ({ assert }) => {
    const localities = localitiesOf('US')
    assert.lengthOf(localities, 70)
    for (const { key, postcode } of localities) {
      assert.match(key, /^98\d{3}$/)
      assert.equal(postcode, key)
    }
    assert.isTrue(localities.every((one) => isWithin(one, KING_COUNTY)))
  })

  test('are the suburbs of Harare and Bulawayo', ({ assert }) => {
    const bulawayo = localitiesOf('ZW').filter(({ city }) => city === 'Bulawayo')
    const harare = localitiesOf('ZW').filter((one) => !bulawayo.includes(one))
    assert.isAtLeast(harare.length, 40)
    assert.isAtLeast(bulawayo.length, 15)
    assert.deepEqual(strays(harare, HARARE), [])
    assert.deepEqual(strays(bulawayo, BULAWAYO), [])
  })

  test('are the neighbourhoods of Pune, each with its PIN', ({ assert }) => {
    const localities = localitiesOf('IN')
    assert.isAtLeast(localities.length, 40)
    assert.deepEqual(strays(localities, PUNE), [])
    for (const { postcode } of localities) assert.match(postcode!, /^41[0-2]\d{3}$/)
  })

  test('have a key of their own, and no two in one city a name', ({ assert }) => {
    for (const market of MARKETS) {
      const all = [...localitiesOf(market), ...citiesOf(market)]
      assert.deepEqual(twice(all.map(({ key }) => key)), [])
      assert.deepEqual(twice(all.map(({ name, city }) => `${name}, ${city}`)), [])
      for (const { key, name, also } of all) {
        assert.match(key, /^[a-z0-9_]+$/)
        assert.deepEqual(twice([name, ...also]), [], name)
      }
    }
  })

  test('are known by their key', ({ assert }) => {
    assert.equal(findLocality('ZW', 'harare_borrowdale_brooke')?.name, 'Borrowdale Brooke')
    assert.equal(findLocality('US', '98199')?.name, 'Magnolia')
    assert.isUndefined(findLocality('IN', '98199'))
  })

  test('can be meant by the name of their city', ({ assert }) => {
    const names = citiesOf('US').map(({ name }) => name)
    assert.includeMembers(names, ['Seattle', 'Bellevue', 'Shoreline'])
    assert.notInclude(names, 'Medina')
    assert.deepEqual(localityKeysWithin('US', ['shoreline', '98155', '98039']), [
      '98155',
      '98177',
      '98039',
    ])
    assert.deepEqual(localityKeysWithin('ZW', ['own_place']), ['own_place'])
  })
})

function strays(localities: Locality[], box: Box): string[] {
  return localities.filter((one) => !isWithin(one, box)).map(({ name }) => name)
}

function isWithin({ lat, lng }: Locality, box: Box): boolean {
  return lat > box.lat[0] && lat < box.lat[1] && lng > box.lng[0] && lng < box.lng[1]
}

function twice(words: string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index)
}
