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

  const smallestDifference = async (path: string, others: Record<string, string>) => {
    const person = new Visitor(workspace.agency.host)
    await person.get('/login')
    let smallest = Infinity
    const statuses = new Set<number>()
    for (let round = 0; round < ROUNDS && smallest >= 5; round += 1) {
      const known: number[] = []
      const unknown: number[] = []
      for (let pair = 0; pair < PAIRS; pair += 1) {
        for (const [times, email] of [
          [known, workspace.agency.email('principal')],
          [unknown, `nobody${pair}@nowhere.example`],
        ] as const) {
          const { status, taken } = await timeOf(person, path, { ...others, email })
          times.push(taken)
          statuses.add(status)
        }
      }
      smallest = Math.min(smallest, Math.abs(median(known) - median(unknown)))
    }
    return { smallest, statuses }
  }

  test('take the same time at sign-in', async ({ assert }) => {
    const { smallest, statuses } = await smallestDifference('/login', {
      password: 'not the password',
    })

    assert.deepEqual([...statuses], [422])
    assert.isBelow(smallest, 5)
  }).timeout(120_000)

  test('take the same time at a forgotten password', async ({ assert }) => {
    const { smallest, statuses } = await smallestDifference('/password/forgotten', {})

    assert.deepEqual([...statuses], [200])
    assert.isBelow(smallest, 5)
  }).timeout(120_000)
})
