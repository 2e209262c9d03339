import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { Workspace } from '#tests/support/workspace'
import { looks, visitorsOf } from './doors.ts'
import { askRaw } from './raw.ts'
import {
  type Ground,
  type KnownWrite,
  fieldsOf,
  furnished,
  knownWrites,
  prepare,
  send,
} from './writes.ts'

type Bend = (name: string) => Record<string, string>

/** Another shape than a text: all fields of a form get it at once. */
const shapes: Record<string, Bend> = {
  nothing: (name) => ({ [name]: '' }),
  list: (name) => ({ [`${name}[]`]: 'x' }),
  lists: (name) => ({ [`${name}[][]`]: 'x' }),
  object: (name) => ({ [`${name}[a]`]: 'x' }),
  deep: (name) => ({ [`${name}${'[a]'.repeat(30)}`]: 'x' }),
  prototype: (name) => ({ [`${name}[__proto__][x]`]: 'x', [`${name}[constructor]`]: 'x' }),
  far: (name) => ({ [`${name}[99999]`]: 'x' }),
  long: (name) => ({ [name]: 'x'.repeat(20_000) }),
}

/** Another value than one that makes sense, field by field: the rest of the form gets through. */
const values: Record<string, Bend> = {
  uuid: (name) => ({ [name]: '00000000-0000-4000-8000-000000000000' }),
  number: (name) => ({ [name]: '1e308' }),
  large: (name) => ({ [name]: '2147483648' }),
  year: (name) => ({ [name]: '9999-12-31' }),
  time: (name) => ({ [name]: '9999-12-31T23:59' }),
  null: (name) => ({ [name]: 'nul\u0000' }),
  word: (name) => ({ [name]: 'constructor' }),
}

/** Names that pages look for in their addresses. */
const ASKED = [
  'q search page after before open as sort order tag tags owner team kind kinds status from to',
  'action person of index ticket market slug next only batch view columns type source city',
]
  .join(' ')
  .split(' ')

/** Without `::numeric` in claimVersion, and before drop_controls_middleware, the first one failed. */
test.group('A form bent out of shape', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('is refused in every field, and never breaks us', async ({ assert }) => {
    const { known } = await knownWrites()
    const faults: string[] = []
    for (const write of known) {
      await workspace.open()
      faults.push(...(await faultsOfBending(write, await furnished(workspace.agency, 'word'))))
    }
    assert.deepEqual(faults, [])
  }).timeout(300_000)

  test('is not worse in an address', async ({ assert }) => {
    const visitors = await visitorsOf(workspace.agency)
    const faults: string[] = []
    for (const door of looks()) {
      const { host, cookie } = visitors[door.surface]
      for (const [bend, bent] of Object.entries({ ...shapes, ...values })) {
        const asked = new URLSearchParams(ASKED.flatMap((name) => Object.entries(bent(name))))
        const query = asked.toString().slice(0, 14_000)
        const { status } = await askRaw({
          path: `${door.path}?${query}`,
          headers: { host, cookie },
        })
        if (status >= 500) faults.push(`${door.said}: ${status} for ${bend}`)
      }
    }
    assert.deepEqual(faults, [])
  }).timeout(240_000)
})

async function faultsOfBending(write: KnownWrite, ground: Ground): Promise<string[]> {
  const names = fieldsOf((await write.body?.(ground)) ?? {}).map(([name]) => name)
  const bent = [
    ...Object.entries(shapes).map(([bend, fill]) => ({
      bend,
      fields: Object.assign({}, ...names.map(fill)),
    })),
    ...names.flatMap((name) =>
      Object.entries(values).map(([bend, fill]) => ({
        bend: `${name}: ${bend}`,
        fields: fill(name),
      }))
    ),
  ]
  const faults: string[] = []
  for (const { bend, fields } of bent) {
    const status = await statusOf(write, ground, fields)
    if (status >= 500) faults.push(`${write.door.said}: ${status} for ${bend}`)
  }
  return faults
}

/** The form that would get through, but for these fields. */
async function statusOf(write: KnownWrite, ground: Ground, fields: Record<string, string>) {
  await prepare(write, ground)
  await ownerPool().query('delete from core.rate_limits')
  const names = new Set(Object.keys(fields).map((name) => name.split('[')[0]))
  const whole = fieldsOf((await write.body?.(ground)) ?? {}).filter(
    ([name]) => !(name in fields) && !(names.has(name.split('[')[0]) && !name.includes('['))
  )
  const { status } = await send(write, ground, {
    body: { ...Object.fromEntries(whole), ...fields },
  })
  return status
}
