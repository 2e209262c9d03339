import fc from 'fast-check'
import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { ApiProgram } from '#tests/support/api_client'
import { runScheduled } from '#tests/support/run_scheduled'
import { Workspace } from '#tests/support/workspace'

/** Whether it is known already is not the question here. */
const COMPANY = { type: 'company', company_name: 'Engines', anyway: true }
const once = (key: string) => ({ headers: { 'idempotency-key': key } })

test.group('A POST with an Idempotency-Key', (group) => {
  const workspace = new Workspace()
  let program: ApiProgram
  group.each.setup(async () => {
    await workspace.open()
    program = await ApiProgram.of(workspace)
  })

  async function count(sql: string): Promise<number> {
    const { rows } = await workspace.agency.inUnit(() => unitSql<{ count: number }>(sql))
    return Number(rows[0].count)
  }
  const contacts = () => count('select count(*) from contacts')
  const kept = () => count('select count(*) from api_answers')

  /** Taken away by hand once: without `keepAnswer` each retry adds a contact. */
  test('has one effect and one answer, however often and by whom it is asked', async ({
    assert,
  }) => {
    const retries = fc.array(fc.nat(2), { minLength: 1, maxLength: 12 })
    const others = await ApiProgram.of(workspace)
    let run = 0
    await fc.assert(
      fc.asyncProperty(retries, async (keys) => {
        run += 1
        const before = await contacts()
        const answers = new Map<number, Set<string>>()
        for (const key of keys) {
          await coreSql('delete from rate_limits')
          const { status, text } = await program.post('/contacts', COMPANY, once(`${run}-${key}`))
          answers.set(key, (answers.get(key) ?? new Set()).add(`${status} ${text}`))
        }
        const different = new Set(keys).size
        assert.equal(await contacts(), before + different)
        for (const said of answers.values()) assert.equal(said.size, 1)
        assert.equal(new Set([...answers.values()].flatMap((said) => [...said])).size, different)
      }),
      { numRuns: 25 }
    )
    await others.post('/contacts', COMPANY, once('1-0'))
    assert.equal(await kept(), await contacts())
  }).timeout(240_000)

  test('is told apart by what it asks, not by how it is written', async ({ assert }) => {
    await program.post('/contacts', COMPANY, once('a'))
    const turned = { anyway: true, company_name: 'Engines', type: 'company' }
    assert.equal((await program.post('/contacts', turned, once('a'))).status, 201)
    const other = await program.post('/contacts', { ...COMPANY, source: 'Fair' }, once('a'))
    assert.deepEqual([other.status, other.json.code], [422, 'E_IDEMPOTENCY_KEY_REUSED'])
    assert.equal(await contacts(), 1)
  })

  test('may be tried again where it was refused before any work', async ({ assert }) => {
    const wrong = await program.post('/contacts', { type: 'robot' }, once('b'))
    assert.deepEqual([wrong.status, await kept()], [422, 0])
    const reader = await ApiProgram.of({ ...workspace, permissions: ['contacts.view'] })
    assert.equal((await reader.post('/contacts', COMPANY, once('b'))).status, 403)
    assert.equal(await kept(), 0)
    assert.equal((await program.post('/contacts', COMPANY, once('b'))).status, 201)
  })

  test('has a failure of ours for its answer, too, and no effect', async ({ assert }) => {
    const schema = schemaName(workspace.agency.id)
    await ownerPool().query(`alter table "${schema}".contact_points rename to points_away`)
    const person = { type: 'person', first_name: 'Ada', emails: [{ address: 'a@engines.example' }] }
    const failed = await program
      .post('/contacts', person, once('c'))
      .finally(() =>
        ownerPool().query(`alter table "${schema}".points_away rename to contact_points`)
      )
    const again = await program.post('/contacts', person, once('c'))

    assert.equal(failed.status, 500)
    assert.deepEqual([again.status, again.text], [500, failed.text])
    assert.deepEqual([await contacts(), await kept()], [0, 1])
    assert.equal((await program.post('/contacts', person, once('d'))).status, 201)
  })

  test('keeps a conflict with what is, and what was told to nobody', async ({ assert }) => {
    const person = { type: 'person', first_name: 'Ada', emails: [{ address: 'a@engines.example' }] }
    await program.post('/contacts', person)
    const outbox = async () => (await coreSql('select id from outbox')).rowCount
    const before = await outbox()
    const first = await program.post('/contacts', person, once('e'))
    const second = await program.post('/contacts', person, once('e'))
    assert.deepEqual([first.status, second.text], [409, first.text])
    assert.isAtMost(await outbox(), before)
  })

  test('is not at work twice at the same time', async ({ assert }) => {
    const lock = `select pg_advisory_lock(hashtextextended($1, 0))`
    const client = await ownerPool().connect()
    const name = `${program.id} f`
    await client.query(lock, [name])
    const busy = await program.post('/contacts', COMPANY, once('f'))
    await client.query(lock.replace('lock(', 'unlock('), [name])
    client.release()

    assert.deepEqual([busy.status, busy.json.code], [409, 'E_IDEMPOTENCY_KEY_IN_USE'])
    assert.deepEqual([await contacts(), await kept()], [0, 0])
    assert.equal((await program.post('/contacts', COMPANY, once('f'))).status, 201)
  })

  test('is kept for 24 hours, and then done anew', async ({ assert }) => {
    const first = await program.post('/contacts', COMPANY, once('g'))
    await workspace.agency.inUnit(() =>
      unitSql(`update api_answers set created_at = now() - interval '24 hours'`)
    )
    const second = await program.post('/contacts', COMPANY, once('g'))
    assert.notEqual(second.json.id, first.json.id)
    await workspace.agency.inUnit(() =>
      unitSql(`update api_answers set created_at = now() - interval '24 hours'`)
    )
    await runScheduled('api.forget_old_answers', workspace.agency)
    assert.equal(await kept(), 0)
  })

  test('has a key of 1 to 255 characters', async ({ assert }) => {
    for (const key of ['', 'k'.repeat(256)])
      assert.equal((await program.post('/contacts', COMPANY, once(key))).status, 400)
    assert.equal((await program.post('/contacts', COMPANY, once('k'.repeat(255)))).status, 201)
  })
})
