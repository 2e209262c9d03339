import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { type Judged, qualityFactors, qualityOf } from '../../quality.ts'

const bare: Judged = {
  photos: 0,
  listing: {
    title: 'Flat',
    description: null,
    priceMinor: null,
    authorityUntil: null,
    ownerVerifiedAt: null,
    propertyVerifiedAt: null,
  },
  property: {
    type: 'apartment',
    address: {},
    latitude: null,
    sizeValue: null,
    plotValue: null,
    beds: null,
    baths: null,
    features: [],
  },
}

const perfect: Judged = {
  photos: 12,
  listing: {
    title: 'Bright two-bedroom flat in Ballard',
    description: 'x'.repeat(900),
    priceMinor: 1,
    authorityUntil: '2027-01-01',
    ownerVerifiedAt: DateTime.utc(),
    propertyVerifiedAt: DateTime.utc(),
  },
  property: {
    type: 'apartment',
    address: { line: '5 Pine St' },
    latitude: 47,
    sizeValue: 70,
    plotValue: null,
    beds: 2,
    baths: 1,
    features: ['lift', 'view', 'gym', 'parking', 'pool'],
  },
}

test.group('The quality of a listing', () => {
  test('is nothing where nothing is said, and 100 where all is', ({ assert }) => {
    assert.equal(qualityOf(bare), 0)
    assert.equal(qualityOf(perfect), 100)
  })

  test('grows by the part with what is there', ({ assert }) => {
    const half = { ...bare, photos: 4 }

    assert.equal(qualityOf(half), 13)
  })

  test('says first what would raise it most', ({ assert }) => {
    const [first, second] = qualityFactors(bare)

    assert.deepEqual([first.key, second.key], ['photos', 'description'])
  })

  test('asks land for its plot, and for no rooms', ({ assert }) => {
    const land = { ...bare, property: { ...bare.property, type: 'land' as const, plotValue: 900 } }

    assert.equal(qualityOf(land), 10)
  })
})
