import { test } from '@japa/runner'
import { Team } from '#app/members'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { Probe } from '#tests/support/probe'
import { startWorker } from '#tests/support/start_worker'
import { Workspace } from '#tests/support/workspace'

test.group('An event that is heard', (group) => {
  const workspace = new Workspace()
  let probe: Probe

  group.each.setup(async () => {
    await workspace.open()
    probe = new Probe()
    await probe.silence()
    return () => probe.silence()
  })

  test('gives its listener the agency and nothing of another', async ({ assert, cleanup }) => {
    probe.listen()
    const teams: string[] = []
    probe.deed = async () => {
      teams.push(...(await Team.all()).map((team) => team.name))
    }
    await workspace.agency.inUnit(() => Team.create({ name: 'North team' }))
    await workspace.neighbour.inUnit(() => Team.create({ name: 'South team' }))
    await startWorker(cleanup)
    await workspace.neighbour.inUnit(async () => probe.tell())
    await probe.ends(1)

    assert.deepEqual(teams, ['South team'])
  })

  test('lets its listener act as who told it, with what they may do now', async ({
    assert,
    cleanup,
  }) => {
    probe.listen()
    const actors: string[] = []
    probe.deed = async () => void actors.push(`${unit().actor.kind}:${unit().actor.role}`)
    await workspace.agency.inUnit(async () => probe.tell(), 'senior_agent')
    await workspace.agency.inUnit(() =>
      unitSql(`update members set role = 'sales_director' where role = 'senior_agent'`)
    )

    await startWorker(cleanup)
    await probe.ends(1)

    assert.deepEqual(actors, ['staff:sales_director'])
  })

  test('lets its listener act as the product where who told it has left', async ({
    assert,
    cleanup,
  }) => {
    probe.listen()
    const actors: string[] = []
    probe.deed = async () => void actors.push(unit().actor.kind)
    await workspace.agency.inUnit(async () => probe.tell(), 'junior_agent')
    await workspace.agency.inUnit(() =>
      unitSql(`update members set state = 'removed' where role = 'junior_agent'`)
    )

    await startWorker(cleanup)
    await probe.ends(1)

    assert.deepEqual(actors, ['system'])
  })

  test('names its cause in what a listener tells', async ({ assert, cleanup }) => {
    probe.listen()
    probe.deed = async (event) => {
      if (event.causationId === null) probe.tell()
    }
    await startWorker(cleanup)
    await workspace.agency.inUnit(async () => probe.tell())
    await probe.ends(2)

    assert.equal(probe.heard[1].causationId, probe.heard[0].id)
  })

  test('is tried again after a failure, and the failure is written down without its words', async ({
    assert,
    cleanup,
  }) => {
    probe.listen()
    let failures = 1
    probe.deed = async () => {
      if (failures-- > 0) throw new Error('ann@example.com cannot be reached')
    }
    await startWorker(cleanup)
    await workspace.agency.inUnit(async () => probe.tell())
    await probe.ends(2)

    assert.deepEqual(await probe.outcomes(), ['failed', 'done'])
    const { rows } = await coreSql<{ error: string }>(
      `select error from job_runs where outcome = 'failed'`
    )
    assert.match(rows[0].error, /^Error/)
    assert.notInclude(rows[0].error, 'ann@example.com')
  })

  test('may start long work, which opens its units page by page as who told it', async ({
    assert,
    cleanup,
  }) => {
    probe.listen('probe.walk', 'job')
    const seen: string[] = []
    probe.deed = async (_event, run) => {
      for (const page of ['one', 'two']) {
        await run!.inUnit(async () => {
          seen.push(`${page}:${unit().tenant.slug}:${unit().causationId !== null}`)
          await unitSql('select 1')
        })
      }
    }
    await startWorker(cleanup)
    await workspace.agency.inUnit(async () => probe.tell())
    await probe.ends(1)

    assert.deepEqual(seen, ['one:north:true', 'two:north:true'])
  })
})
