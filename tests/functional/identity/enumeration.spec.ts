import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const PAIRS = 30
const ROUNDS = 4

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

  /** Asks for both in turn; the difference of their medians, and the statuses that came back. */
  const oneRound = async (person: Visitor, path: string, others: Record<string, string>) => {
    const times: [number[], number[]] = [[], []]
    const statuses: number[] = []
    for (let index = 0; index < 2 * PAIRS; index += 1) {
      const known = workspace.agency.email('principal')
      const email = index % 2 === 0 ? known : `nobody${index}@nowhere.example`
      const { status, taken } = await timeOf(person, path, { ...others, email })
      times[index % 2].push(taken)
      statuses.push(status)
    }
    return { difference: Math.abs(median(times[0]) - median(times[1])), statuses }
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
