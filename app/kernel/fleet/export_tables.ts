import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { schemaName } from '#kernel/tenancy/names'

/** A table of an agency's schema, as far as copying it needs to know it. */
export interface CopiedTable {
  name: string
  columns: string[]
  /** Written as SQL: the primary key, in an order that does not depend on the server's language. */
  order: string
}

const quoted = pg.escapeIdentifier

/** Texts of dates and numbers that mean the same on every server. */
export const PLAIN_TEXTS = `set local timezone to 'UTC'; set local datestyle to 'ISO, YMD';
  set local intervalstyle to 'iso_8601'; set local extra_float_digits to 1; set local bytea_output to 'hex'`

/** Every table of the agency, those that others point at first. Columns that compute themselves are left out. */
export async function tablesToCopy(
  client: pg.ClientBase,
  tenantId: string
): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable & { points_at: string[] }>(
    `select c.relname as name,
            array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0
                   and not attisdropped and attgenerated = '' order by attnum) as columns,
            (select string_agg(format(case when a.attcollation = 0 then '%I' else '%I collate "C"' end, a.attname), ', ' order by k.place)
               from pg_index i, unnest(i.indkey) with ordinality as k(attnum, place), pg_attribute a
              where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum) as order,
            array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
                   where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as points_at
       from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
    [quoted(schemaName(tenantId))]
  )
  return inOrder(rows)
}

function inOrder(tables: (CopiedTable & { points_at: string[] })[]): CopiedTable[] {
  const placed = new Map<string, CopiedTable>()
  const place = (name: string, path: string[]) => {
    if (placed.has(name)) return
    if (path.includes(name))
      throw new Error(
        `Tables point at each other and cannot be copied: ${[...path, name].join(' → ')}`
      )
    const { points_at: pointsAt, ...table } = tables.find((one) => one.name === name)!
    pointsAt.forEach((other) => place(other, [...path, name]))
    placed.set(name, table)
  }
  tables.forEach(({ name }) => place(name, []))
  return [...placed.values()]
}

/** Copies a table out, into a file or only to take its sum. */
export async function copyOut(
  client: pg.ClientBase,
  { tenantId, table }: { tenantId: string; table: CopiedTable },
  file: string | null = null
): Promise<{ rows: number; sha256: string }> {
  const { relation, columns } = sqlNames(tenantId, table)
  const copy = client.query(
    copyTo(
      `copy (select ${columns} from ${relation} order by ${table.order}) to stdout (format csv, header)`
    )
  )
  const hash = createHash('sha256')
  await pipeline(copy, hashing(hash), file ? createWriteStream(file) : nowhere())
  return { rows: copy.rowCount, sha256: hash.digest('hex') }
}

/** Fills a table from its file. The server refuses a header that names other columns. */
export async function copyIn(
  client: pg.ClientBase,
  { tenantId, table }: { tenantId: string; table: CopiedTable },
  file: string
): Promise<void> {
  const { relation, columns } = sqlNames(tenantId, table)
  await pipeline(
    createReadStream(file),
    client.query(copyFrom(`copy ${relation} (${columns}) from stdin (format csv, header match)`))
  )
}

function sqlNames(tenantId: string, table: CopiedTable) {
  return {
    relation: `${quoted(schemaName(tenantId))}.${quoted(table.name)}`,
    columns: table.columns.map((column) => quoted(column)).join(', '),
  }
}

function hashing(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
