import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const PAIRS = 30
const ROUNDS = 6

/**
 * A sample: the two kinds are asked in turn, and a machine that is busy gets another round. What
 * it must find is a password that is not tried for somebody unknown: 30 ms and more, every round.
 */
test.group('A known and an unknown e-mail', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    return sweepTheDoorstep
  })

  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]

  const timeOf = async (person: Visitor, path: string, fields: Record<string, string>) => {
    const started = performance.now()
    const { status } = await person.post(path, fields, { 'hx-request': 'true' })
    const taken = performance.now() - started
    await coreSql('delete from rate_limits')
    return { status, taken }
  }

  /** Asks for both in turn: the median of what they differ by, and the statuses that came back. */
  const oneRound = async (person: Visitor, path: string, others: Record<string, string>) => {
    const differences: number[] = []
    const statuses: number[] = []
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const email = `nobody${pair}@nowhere.example`
      const unknown = await timeOf(person, path, { ...others, email })
      const known = await timeOf(person, path, {
        ...others,
        email: workspace.agency.email('principal'),
      })
      differences.push(known.taken - unknown.taken)
      statuses.push(known.status, unknown.status)
    }
    return { difference: Math.abs(median(differences)), statuses }
  }

  const smallestDifference = async (path: string, others: Record<string, string>) => {
    const person = new Visitor(workspace.agency.host)
    await person.get('/login')
    let best = await oneRound(person, path, others)
    for (let round = 1; round < ROUNDS && best.difference >= 5; round += 1) {
      const next = await oneRound(person, path, others)
      best = next.difference < best.difference ? next : best
    }
    return best
  }

  test('take the same time at sign-in', async ({ assert }) => {
    const { difference, statuses } = await smallestDifference('/login', {
      password: 'not the password',
    })

    assert.deepEqual([...new Set(statuses)], [422])
    assert.isBelow(difference, 5)
  }).timeout(120_000)

  test('take the same time at a forgotten password', async ({ assert }) => {
    const { difference, statuses } = await smallestDifference('/password/forgotten', {})

    assert.deepEqual([...new Set(statuses)], [200])
    assert.isBelow(difference, 5)
  }).timeout(120_000)
})
