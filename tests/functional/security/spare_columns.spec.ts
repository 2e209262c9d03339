import { test } from '@japa/runner'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import type { TestAgency } from '#tests/support/agency'
import { Workspace } from '#tests/support/workspace'
import { platformFingerprint } from './doors.ts'
import { type Body, type KnownWrite, furnished, knownWrites, prepare, send } from './writes.ts'

interface Column {
  name: string
  type: string
}

/** Values that each type takes, and that nothing else in these tests would write. */
const poison: Record<string, unknown> = {
  'uuid': 'deadbeef-dead-4ead-8ead-deadbeefdead',
  'integer': 987_654,
  'bigint': 987_654,
  'boolean': 'poison',
  'date': '2001-02-03',
  'timestamp with time zone': '2001-02-03T04:05:06Z',
  'jsonb': { poison: 'poison' },
  'ARRAY': ['poison'],
}
const TRACES = 'poison|deadbeef-dead|987654|2001-02-03'

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
    const faults: string[] = []
    for (const write of known) {
      await workspace.open()
      faults.push(...(await faultsOf(write, workspace.agency)))
    }
    assert.deepEqual(faults, [])
  }).timeout(240_000)
})

async function faultsOf(write: KnownWrite, agency: TestAgency): Promise<string[]> {
  const ground = await furnished(agency, 'word')
  await prepare(write, ground)
  const facts = { columns: await everyColumn(agency), write }
  const body = withSpares((await write.body?.(ground)) ?? {}, facts)
  const before = await everything(agency)
  const { status, text } = await send(write, ground, { body })

  const faults = await traces(agency)
  if (!isExpected(write, status)) faults.push(`${status} ${text.slice(0, 300)}`)
  const isIdle = (await everything(agency)) === before
  if (isIdle && !write.refused && !write.idle) faults.push('changed nothing')
  return faults.map((fault) => `${write.door.said}: ${fault}`)
}

function isExpected({ refused }: KnownWrite, status: number): boolean {
  return refused ? status >= 300 && status < 500 : status < 300
}

/** The form as it should be, with every column of every table beside each of its fields. */
function withSpares(body: Body, facts: { columns: Column[]; write: KnownWrite }): Body {
  const spares: Body = {}
  for (const { name, type } of facts.columns) {
    spares[name] = poison[type] ?? `poison-${name}`
    spares[camel(name)] = spares[name]
  }
  const own = Object.entries(body).map(([key, value]) => [
    key,
    facts.write.keyed?.includes(key) ? value : deeper(value, facts),
  ])
  return { ...spares, ...Object.fromEntries(own) }
}

function deeper(value: unknown, facts: { columns: Column[]; write: KnownWrite }): unknown {
  if (Array.isArray(value)) return value.map((one) => deeper(one, facts))
  return value !== null && typeof value === 'object' ? withSpares(value as Body, facts) : value
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, sign: string) => sign.toUpperCase())

async function everyColumn({ id }: TestAgency): Promise<Column[]> {
  const { rows } = await ownerPool().query<Column>(
    `select distinct column_name as name, data_type as type from information_schema.columns
      where table_schema = $1 or (table_schema = 'core' and table_name in ('tenants', 'identities', 'memberships', 'one_time_tokens'))`,
    [schemaName(id)]
  )
  return rows
}

/** The tables in which anything of what was sent along has arrived. */
async function traces({ id }: TestAgency): Promise<string[]> {
  const { rows: tables } = await ownerPool().query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ($1, 'core')`,
    [schemaName(id)]
  )
  const looks = tables.map(
    ({ name }) =>
      `select '${name}' as name, t::text as line from ${name} t where t::text ~ '${TRACES}'`
  )
  const { rows } = await ownerPool().query<{ name: string; line: string }>(
    looks.join(' union all ')
  )
  return rows.map(({ name, line }) => `${name}: ${line}`)
}

async function everything(agency: TestAgency): Promise<string> {
  return `${await platformFingerprint()} ${await agency.fingerprint()}`
}
