import { test } from '@japa/runner'
import { brokenBy } from '../../fitting/deal_breakers.ts'
import { type Home, type Wish, judge } from '../../fitting/judge.ts'

const wish: Wish = {
  ...{
    budgetFromMinor: null,
    budgetToMinor: 50_000_000,
    localities: ['Ballard'],
    types: ['house'],
  },
  ...{ bedsMin: 3, bathsMin: null, sizeMin: 100, sizeUnit: 'sqm', features: ['garden'] },
  dealBreakers: null,
}

const home: Home = {
  ...{ priceMinor: 45_000_000, type: 'house', locality: 'ballard', beds: 3, baths: 1 },
  ...{ sizeSqm: 120, features: ['garden', 'pool'], title: 'House', description: 'By a busy road' },
}

test.group('Weighing a home against a wish', () => {
  test('gives everything to what fits in all that was asked', ({ assert }) => {
    assert.equal(judge(wish, home).score, 100)
  })

  test('takes off for what does not, and says so', ({ assert }) => {
    const { score, reasons } = judge(wish, {
      ...home,
      priceMinor: 52_000_000,
      beds: 2,
      features: [],
    })
    assert.isBelow(score, 70)
    const missed = reasons.filter(({ fits }) => !fits).map(({ key }) => key)
    assert.deepEqual(missed, ['over_budget', 'fewer_beds', 'no_feature'])
  })

  test('says nothing of what nobody asked for or counted', ({ assert }) => {
    const open = { ...wish, budgetToMinor: null, localities: [], types: [], features: [] }
    const { score, reasons } = judge(open, { ...home, beds: null, sizeSqm: null })
    assert.equal(score, 50)
    assert.deepEqual(reasons, [])
  })

  test('puts what somebody never wants last', ({ assert }) => {
    const { score, reasons } = judge({ ...wish, dealBreakers: 'busy road' }, home)
    assert.equal(score, 20)
    assert.deepInclude(reasons, { key: 'broken', facts: { what: 'busy road' }, fits: false })
  })

  test('reads of deal-breakers what may not be there, and what may not be missing', ({
    assert,
  }) => {
    assert.deepEqual(brokenBy('pool, no garage; no garden', home), ['pool', 'no garage'])
    assert.deepEqual(brokenBy('Busy road or steps', home), ['Busy road'])
    assert.deepEqual(brokenBy(null, home), [])
  })
})
