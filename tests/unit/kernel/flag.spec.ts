import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { type Flag, bucketOf, isOnFor } from '#kernel/flags/flag'

function flag(facts: Partial<Flag> = {}): Flag {
  const plain = { name: 'probe.flag', enabled: true, rolloutPercentage: 100 }
  return { ...plain, included: new Set(), excluded: new Set(), ...facts }
}

test.group('A feature flag', () => {
  const agencies = Array.from({ length: 2_000 }, () => randomUUID())
  const having = (one: Flag) => agencies.filter((agency) => isOnFor(one, agency))

  test('reaches about as many agencies as its percentage says', ({ assert }) => {
    assert.lengthOf(having(flag({ rolloutPercentage: 0 })), 0)
    assert.lengthOf(having(flag()), agencies.length)
    assert.closeTo(having(flag({ rolloutPercentage: 25 })).length, 500, 120)
  })

  test('takes nothing from anybody when its percentage is raised', ({ assert }) => {
    const before = having(flag({ rolloutPercentage: 20 }))

    assert.includeMembers(having(flag({ rolloutPercentage: 21 })), before)
  })

  test('does not reach the same agencies first as every other flag', ({ assert }) => {
    const buckets = new Set(agencies.slice(0, 50).map((agency) => bucketOf('probe.one', agency)))

    assert.isAbove(buckets.size, 10)
    assert.notDeepEqual(
      agencies.map((agency) => bucketOf('probe.one', agency)),
      agencies.map((agency) => bucketOf('probe.two', agency))
    )
  })

  test('knows agencies that always have it and others that never do', ({ assert }) => {
    const [always, never] = agencies
    const lists = { included: new Set([always, never]), excluded: new Set([never]) }

    assert.deepEqual(having(flag({ rolloutPercentage: 0, ...lists })), [always])
    assert.lengthOf(having(flag({ ...lists })), agencies.length - 1)
  })

  test('is off for everybody, the included too, while it is switched off', ({ assert }) => {
    assert.lengthOf(having(flag({ enabled: false, included: new Set(agencies) })), 0)
  })
})
