import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const PAIRS = 21
const ROUNDS = 4

/**
 * A sample, in the time that this process computes: how long others keep the machine busy must not
 * decide it. What it must find is a password that is not tried for somebody unknown: 30 ms.
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
    const started = process.cpuUsage()
    const { status } = await person.post(path, fields, { 'hx-request': 'true' })
    const { user, system } = process.cpuUsage(started)
    await coreSql('delete from rate_limits')
    // There is one connection: this waits for what is recorded after the answer.
    await workspace.agency.inUnit(async () => {})
    return { status, taken: (user + system) / 1_000 }
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
    const person = new Visitor(path === '/sign-up' ? 'freehold.localhost' : workspace.agency.host)
    await person.get(path)
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
  }).timeout(240_000)

  test('take the same time at a forgotten password', async ({ assert }) => {
    const { difference, statuses } = await smallestDifference('/password/forgotten', {})

    assert.deepEqual([...new Set(statuses)], [200])
    assert.isBelow(difference, 5)
  }).timeout(240_000)

  test('take the same time at sign-up', async ({ assert }) => {
    // A taken address: everything is tried, and nothing is opened.
    const { difference, statuses } = await smallestDifference('/sign-up', {
      agency: 'Somebody',
      slug: 'north',
      market: 'US',
      name: 'Somebody',
      password: 'a password of somebody else',
    })

    assert.deepEqual([...new Set(statuses)], [422])
    assert.isBelow(difference, 5)
  }).timeout(240_000)
})
