import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import type { TestAgency } from '#tests/support/agency'
import type { Body, Write } from './writes.ts'

export interface Column {
  name: string
  type: string
}

/** Ten digits: six of them stand in some random id or moment of a run sooner or later. */
const NUMBER = 1_987_654_321

/** Values that each type takes, and that nothing else in these tests would write. */
const poison: Record<string, unknown> = {
  'uuid': 'deadbeef-dead-4ead-8ead-deadbeefdead',
  'integer': NUMBER,
  'bigint': NUMBER,
  'boolean': 'poison',
  'date': '2001-02-03',
  'timestamp with time zone': '2001-02-03T04:05:06Z',
  'jsonb': { poison: 'poison' },
  'ARRAY': ['poison'],
}
const TRACES = `poison|deadbeef-dead|${NUMBER}|2001-02-03`

interface Spares {
  columns: Column[]
  write: Pick<Write, 'keyed'>
}

/** The form as it should be, with every column of every table beside each of its fields. */
export function withSpares(body: Body, facts: Spares): Body {
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

function deeper(value: unknown, facts: Spares): unknown {
  if (Array.isArray(value)) return value.map((one) => deeper(one, facts))
  return value !== null && typeof value === 'object' ? withSpares(value as Body, facts) : value
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, sign: string) => sign.toUpperCase())

export async function everyColumn({ id }: TestAgency): Promise<Column[]> {
  const { rows } = await ownerPool().query<Column>(
    `select distinct column_name as name, data_type as type from information_schema.columns
      where table_schema = $1 or (table_schema = 'core' and table_name in ('tenants', 'identities', 'memberships', 'one_time_tokens'))`,
    [schemaName(id)]
  )
  return rows
}

/** The tables in which anything of what was sent along has arrived. */
export async function traces({ id }: TestAgency): Promise<string[]> {
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
