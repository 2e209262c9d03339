import { test } from '@japa/runner'
import {
  BulkFailure,
  type BulkSteps,
  BulkWork,
  CarryOutBulkWork,
  cancelBulkWork,
  requestBulkWork,
  resumeBulkWork,
} from '#app/bulk_works'
import { Team } from '#app/members'
import type { LongRun } from '#kernel/events/listener'
import { queues } from '#kernel/jobs/queues'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { Workspace } from '#tests/support/workspace'

/** Opens one team for each row; what a step did can be counted. */
class OpenTeams implements BulkSteps {
  readonly taken: number[] = []
  isClosed = false
  onTake: (work: BulkWork) => Promise<void> = async () => {}

  constructor(private readonly rows: number) {}

  async take(work: BulkWork): Promise<number> {
    if (work.rowsDone >= this.rows) return 0
    await Team.create({ name: `Team ${work.rowsDone + 1}` })
    work.count('opened')
    this.taken.push(work.rowsDone)
    await this.onTake(work)
    return 1
  }

  async close(): Promise<void> {
    this.isClosed = true
  }
}

test.group('A bulk work', (group) => {
  const workspace = new Workspace()

  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  test('is done step by step, each committed with its count', async ({ assert }) => {
    const work = await givenWork()
    const steps = new OpenTeams(3)

    await carryOut(work, steps)

    const done = await read(work)
    assert.deepEqual([done.state, done.rowsDone, done.rowsTotal], ['done', 3, 3])
    assert.deepEqual(done.counts, { opened: 3 })
    assert.isNotNull(done.endedAt)
    assert.lengthOf(await teams(), 3)
    assert.isTrue(steps.isClosed)
  })

  test('goes on behind the last step that was committed', async ({ assert }) => {
    const work = await givenWork()
    const dying = new OpenTeams(5)
    dying.onTake = async ({ rowsDone }) => {
      if (rowsDone === 2) throw new Error('power cut')
    }
    await assert.rejects(() => carryOut(work, dying), /power cut/)
    assert.deepEqual([(await read(work)).state, (await read(work)).rowsDone], ['running', 2])

    const next = new OpenTeams(5)
    await carryOut(work, next)

    assert.deepEqual(next.taken, [2, 3, 4])
    assert.lengthOf(await teams(), 5)
    assert.deepEqual((await read(work)).counts, { opened: 5 })
  })

  test('is left to whoever has overtaken, without doing a row twice', async ({ assert }) => {
    const work = await givenWork()
    const slow = new OpenTeams(4)
    const quick = new OpenTeams(4)
    let isOvertaken = false
    const overtaken: LongRun = {
      ...runOf(),
      inUnit: async (deed) => {
        const answer = await runOf().inUnit(deed)
        if (slow.taken.length === 1 && !isOvertaken) {
          isOvertaken = true
          await carryOut(work, quick)
        }
        return answer
      },
    }

    await new CarryOutBulkWork(overtaken, slow).handle(work.id)

    assert.deepEqual([slow.taken, quick.taken], [[0], [1, 2, 3]])
    assert.lengthOf(await teams(), 4)
    assert.equal((await read(work)).state, 'done')
  })

  test('ends where it is cancelled, keeping what is done', async ({ assert }) => {
    const work = await givenWork()
    const steps = new OpenTeams(5)
    const run: LongRun = {
      ...runOf(),
      inUnit: async (deed) => {
        if (steps.taken.length === 2)
          await workspace.agency.inUnit(async () => cancelBulkWork(await fresh(work)))
        return runOf().inUnit(deed)
      },
    }

    await new CarryOutBulkWork(run, steps).handle(work.id)

    assert.deepEqual([(await read(work)).state, (await read(work)).rowsDone], ['cancelled', 2])
    assert.lengthOf(await teams(), 2)
    assert.isTrue(steps.isClosed)
  })

  test('fails at once where trying again would not help, with a reason in words', async ({
    assert,
  }) => {
    const work = await givenWork()
    const steps = new OpenTeams(5)
    steps.onTake = async () => {
      throw new BulkFailure('probe.no_room', { most: 3 })
    }

    await carryOut(work, steps)

    const failed = await read(work)
    assert.deepEqual(
      [failed.state, failed.error],
      ['failed', { key: 'probe.no_room', params: { most: 3 } }]
    )
    assert.deepEqual(await teams(), [])
  })

  test('fails when the last try fails, too, and can go on from there', async ({ assert }) => {
    const work = await givenWork()
    const broken = new OpenTeams(3)
    broken.onTake = async ({ rowsDone }) => {
      if (rowsDone === 1) throw new Error('still broken')
    }
    const last = { ...runOf(), attempt: queues.longJobs.retryLimit + 1 }

    await assert.rejects(() => new CarryOutBulkWork(last, broken).handle(work.id), /still broken/)

    assert.equal((await read(work)).error?.key, 'bulk_works.failed.unexpected')
    assert.isTrue(await workspace.agency.inUnit(async () => resumeBulkWork(await fresh(work))))
    assert.deepEqual([(await read(work)).state, (await read(work)).error], ['waiting', null])
    await carryOut(work, new OpenTeams(3))
    assert.lengthOf(await teams(), 3)
  })

  test('is handed back, not failed, when its worker is asked to end', async ({ assert }) => {
    const work = await givenWork()
    const ending = new AbortController()
    const steps = new OpenTeams(3)
    steps.onTake = async () => ending.abort(new Error('handed back'))
    const last = { ...runOf(), attempt: queues.longJobs.retryLimit + 1, signal: ending.signal }

    await assert.rejects(() => new CarryOutBulkWork(last, steps).handle(work.id), /handed back/)

    assert.deepEqual([(await read(work)).state, (await read(work)).rowsDone], ['running', 1])
  })

  test('is asked for once, however many ask', async ({ assert }) => {
    const draft = await workspace.agency.inUnit(() => BulkWork.create(draftFacts()))
    const ask = () => workspace.agency.inUnit(async () => requestBulkWork(await fresh(draft)))

    assert.deepEqual([await ask(), await ask()], [true, false])
    const { rows } = await coreSql<{ name: string }>('select name from outbox')
    assert.deepEqual(rows, [{ name: 'probe.work_requested' }])
  })

  test('is asked for again where nothing has moved for minutes, and not before', async ({
    assert,
  }) => {
    const work = await givenWork()
    const resume = () => workspace.agency.inUnit(async () => resumeBulkWork(await fresh(work)))

    assert.isFalse(await resume())
    await workspace.agency.inUnit(() =>
      unitSql(`update bulk_works set updated_at = now() - interval '3 minutes'`)
    )
    assert.isTrue(await resume())
  })

  test('belongs to who began it; others need the right for all', async ({ assert }) => {
    await workspace.agency.inUnit(() => BulkWork.create(draftFacts()), 'principal')
    const reachable = (role: 'senior_agent' | 'principal') =>
      workspace.agency.inUnit(async () => {
        const found = await BulkWork.reachableBy(currentActor(), 'members.manage').exec()
        return found.length
      }, role)

    assert.deepEqual([await reachable('principal'), await reachable('senior_agent')], [1, 0])
  })

  function runOf(): LongRun {
    return {
      attempt: 1,
      signal: new AbortController().signal,
      inUnit: (deed) => workspace.agency.inUnit(deed),
    }
  }

  function carryOut(work: BulkWork, steps: BulkSteps): Promise<void> {
    return new CarryOutBulkWork(runOf(), steps).handle(work.id)
  }

  async function givenWork(): Promise<BulkWork> {
    return workspace.agency.inUnit(() => BulkWork.create({ ...draftFacts(), state: 'waiting' }))
  }

  function read(work: BulkWork): Promise<BulkWork> {
    return workspace.agency.inUnit(() => fresh(work))
  }

  function teams(): Promise<string[]> {
    return workspace.agency.inUnit(async () => (await Team.all()).map(({ name }) => name))
  }
})

function draftFacts() {
  return {
    kind: 'probe.work',
    state: 'draft' as const,
    ownerId: null,
    facts: {},
    rowsDone: 0,
    counts: {},
  }
}

function fresh(work: BulkWork): Promise<BulkWork> {
  return BulkWork.findOrFail(work.id)
}
