import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import type { TestAgency } from '#tests/support/agency'
import { Workspace } from '#tests/support/workspace'
import { platformFingerprint } from './doors.ts'
import { type Column, everyColumn, traces, withSpares } from './spares.ts'
import { type KnownWrite, furnished, knownWrites, prepare, send } from './writes.ts'

/**
 * Taken away by hand once: with `contact.merge(request.all())` in contacts.update, with
 * `member.merge(request.all())` in members.update and with `Identity.create(request.all())` in
 * accepting an invitation, the test of that door fails.
 */
test.group('A column that a form does not have', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await ownerPool().query('delete from core.rate_limits')
    await ownerPool().query(`delete from core.one_time_tokens`)
  })

  test('is tried at every door that changes something', async ({ assert }) => {
    const { known, unknown } = await knownWrites()
    assert.deepEqual(
      unknown,
      [],
      'add a write in tests/functional/security/host_writes.ts or modules/<name>/tests/writes.ts'
    )
    assert.isAbove(known.length, 30)
  })

  test('is written by nobody who sends it along', async ({ assert }) => {
    const { known } = await knownWrites()
    const columns = await everyColumn(workspace.agency)
    const faults: string[] = []
    for (const write of known) {
      await workspace.open()
      faults.push(...(await faultsOf(write, workspace.agency, columns)))
    }
    assert.deepEqual(faults, [])
  }).timeout(240_000)
})

async function faultsOf(
  write: KnownWrite,
  agency: TestAgency,
  columns: Column[]
): Promise<string[]> {
  const ground = await furnished(agency, 'word')
  await prepare(write, ground)
  const body = withSpares((await write.body?.(ground)) ?? {}, { columns, write })
  const before = await everything(agency)
  const { status, text } = await send(write, ground, { body, asJson: true })

  const faults = await traces(agency)
  if (!isExpected(write, status)) faults.push(`${status} ${text.slice(0, 300)}`)
  const isIdle = (await everything(agency)) === before
  if (isIdle && !write.refused && !write.idle) faults.push('changed nothing')
  return faults.map((fault) => `${write.door.said}: ${fault}`)
}

function isExpected({ refused }: KnownWrite, status: number): boolean {
  return refused ? status >= 300 && status < 500 : status < 300
}

async function everything(agency: TestAgency): Promise<string> {
  return `${await platformFingerprint(['sessions', 'rate_limits'])} ${await agency.fingerprint()}`
}
