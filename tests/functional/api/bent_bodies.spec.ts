import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { looks, programChanges } from '#tests/functional/security/doors'
import { everyColumn, traces, withSpares } from '#tests/functional/security/spares'
import {
  type Body,
  type Ground,
  type ProgramWrite,
  furnished,
  prepare,
  programWrites,
} from '#tests/functional/security/writes'
import { ApiProgram } from '#tests/support/api_client'
import { Workspace } from '#tests/support/workspace'

/** What no validator expects; each takes the place of each field, one after the other. */
const BENDS: unknown[] = [
  null,
  '',
  0,
  -1,
  1e308,
  2_147_483_648,
  true,
  [],
  {},
  [[]],
  ['x', null, {}],
  { a: { a: { a: 'x' } } },
  'nul\u0000',
  'x'.repeat(20_000),
  '9999-12-31T23:59:59Z',
  '00000000-0000-4000-8000-000000000000',
  JSON.parse('{"__proto__": {"x": 1}, "constructor": "x"}'),
]

test.group('A body that a program sends', (group) => {
  const workspace = new Workspace()
  let program: ApiProgram
  group.each.setup(async () => {
    await workspace.open()
    program = await ApiProgram.of(workspace)
  })

  async function send([name, write]: [string, ProgramWrite], ground: Ground, body?: unknown) {
    const { method, pattern } = programChanges().find((door) => door.name === name)!
    const params = (await write.params?.(ground)) ?? {}
    const path = pattern.slice('/api/v1'.length).replaceAll(/:(\w+)/g, (_, key) => params[key])
    const headers = write.ifMatch ? { 'if-match': '*' } : undefined
    return program.askFreely(method, path, { body, headers })
  }

  test('is known for every change', async ({ assert }) => {
    assert.sameMembers(
      Object.keys(await programWrites()),
      programChanges().map(({ name }) => name),
      'add it to `programWrites` in modules/<name>/tests/writes.ts'
    )
  })

  /** Taken away by hand once: with `contact.merge(request.body())` in the API's update, this fails. */
  test('writes no column that is not among its fields', async ({ assert }) => {
    for (const [name, write] of Object.entries(await programWrites())) {
      await workspace.open()
      const ground = await furnished(workspace.agency, 'word')
      await prepare(write, ground)
      const own = await write.body?.(ground)
      const columns = await everyColumn(workspace.agency)
      const body = own && withSpares(own as Body, { columns, write })
      const before = await workspace.agency.fingerprint()
      const { status, text } = await send([name, write], ground, body)

      assert.isBelow(status, 300, `${name}: ${text}`)
      assert.deepEqual(await traces(workspace.agency), [], name)
      if (!write.idle) assert.notEqual(await workspace.agency.fingerprint(), before, name)
    }
  })

  test('never breaks us, however it is bent', async ({ assert }) => {
    const faults: string[] = []
    for (const [name, write] of Object.entries(await programWrites())) {
      const ground = await furnished(workspace.agency, 'word')
      const own = ((await write.body?.(ground)) ?? {}) as Body
      for (const [field, bend] of Object.keys(own).flatMap((one) =>
        BENDS.map((shape) => [one, shape])
      )) {
        await ownerPool().query('delete from core.rate_limits')
        const { status } = await send([name, write], ground, { ...own, [field as string]: bend })
        if (status >= 500) faults.push(`${name}: ${status} for ${field}: ${JSON.stringify(bend)}`)
      }
      await workspace.open()
    }
    assert.deepEqual(faults, [])
  }).timeout(240_000)

  test('is not worse as a question', async ({ assert }) => {
    const { records } = await furnished(workspace.agency, 'word')
    const words =
      'limit after starting_after sort q kind owner team tag consent has next from to only'
    const values = ['', '-1', '1e308', 'constructor', 'nul\u0000', '9999-12-31', 'x'.repeat(500)]
    const doors = looks().filter(({ pattern }) => pattern.startsWith('/api/v1'))
    assert.isAbove(doors.length, 3)
    for (const { pattern, surface } of doors.filter((door) => door.surface === 'agency')) {
      const path = pattern.replaceAll(/:\w+/g, records.contact).slice('/api/v1'.length)
      for (const value of values) {
        for (const shape of ['', '[]', '[a]']) {
          const question = words.split(' ').map((word) => [word + shape, value])
          const answer = await program.askFreely('GET', `${path}?${new URLSearchParams(question)}`)
          assert.isBelow(answer.status, 500, `${surface} ${path} ${value.slice(0, 20)}${shape}`)
        }
      }
    }
  })
})
