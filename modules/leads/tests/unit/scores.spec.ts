import { test } from '@japa/runner'
import { type PriorityFacts, reckonPriority } from '../../scoring/priority.ts'
import { type QualityFacts, starsOf } from '../../scoring/quality.ts'

const plain: PriorityFacts = {
  value: 100,
  typicalValue: 100,
  hasLocation: true,
  shareNear: 0,
  motivation: 3,
  ageDays: 10,
  touchedDaysAgo: null,
  visits: 0,
  lastOutcome: null,
}

const best = {
  ...plain,
  value: 500,
  shareNear: 1,
  motivation: 5,
  ageDays: 0,
  touchedDaysAgo: 0,
  visits: 3,
  lastOutcome: 'positive',
}

const worst = {
  ...plain,
  value: null,
  hasLocation: false,
  motivation: 1,
  ageDays: 400,
  touchedDaysAgo: 90,
  lastOutcome: 'negative',
}

test.group('The priority of a lead', () => {
  test('is never 0 and never 100', ({ assert }) => {
    assert.equal(reckonPriority(best).score, 99)
    assert.equal(reckonPriority(worst).score, 1)
  })

  test('grows with {fact}')
    .with([
      { fact: 'value', low: { value: 10 }, high: { value: 300 } },
      { fact: 'a place where the agency is at home', low: {}, high: { shareNear: 0.4 } },
      { fact: 'motivation', low: { motivation: 2 }, high: { motivation: 5 } },
      { fact: 'freshness', low: { ageDays: 100 }, high: { ageDays: 1 } },
      { fact: 'engagement', low: { touchedDaysAgo: 60 }, high: { touchedDaysAgo: 1 } },
      { fact: 'a visit', low: { touchedDaysAgo: 1 }, high: { touchedDaysAgo: 1, visits: 1 } },
      {
        fact: 'a good last word',
        low: { touchedDaysAgo: 1, lastOutcome: 'negative' },
        high: { touchedDaysAgo: 1, lastOutcome: 'positive' },
      },
    ])
    .run(({ assert }, { low, high }) => {
      const [less, more] = [low, high].map((facts) => reckonPriority({ ...plain, ...facts }).score)
      assert.isBelow(less, more)
    })

  test('is the middle and what its factors add or take', ({ assert }) => {
    const { score, factors } = reckonPriority(plain)

    assert.sameMembers(
      factors.map(({ factor }) => factor),
      ['value', 'location', 'motivation', 'age', 'engagement']
    )
    assert.equal(
      score,
      factors.reduce((sum, { points }) => sum + points, 50)
    )
  })

  test('says of what is not known that it is not known', ({ assert }) => {
    const { factors } = reckonPriority({
      ...plain,
      value: null,
      hasLocation: false,
      motivation: null,
    })

    assert.includeMembers(
      factors.map(({ reason }) => reason),
      ['value_unknown', 'location_unknown', 'motivation_unknown', 'engagement_none']
    )
  })
})

const nothing: QualityFacts = {
  checklist: {},
  phone: null,
  email: null,
  intent: null,
  valueMinor: null,
  city: null,
  localities: [],
  message: null,
  motivation: null,
}

const tick = { at: '2026-01-01T00:00:00Z', by: null, name: 'Ada' }

test.group('The stars of a lead', () => {
  test('are one for a bare name, five for all that is known and verified', ({ assert }) => {
    const everything = {
      checklist: {
        property_exists: tick,
        owner_contact_verified: tick,
        motivation_confirmed: tick,
        photos_current: tick,
      },
      phone: '+1',
      email: 'a@b.example',
      intent: 'sell',
      valueMinor: 1,
      city: 'Tacoma',
      localities: [],
      message: 'Hello',
      motivation: 3,
    }

    assert.equal(starsOf(nothing), 1)
    assert.equal(starsOf(everything), 5)
    assert.equal(starsOf({ ...everything, checklist: {} }), 3)
  })
})
