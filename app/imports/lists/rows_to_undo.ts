import { unitSql } from '#kernel/tenancy/sql'
import type { ListKind } from '../list_kind.ts'

type Rows = Pick<ListKind, 'rows'>

const LEFT = `import_id = ? and deed in ('created', 'updated') and undone is null and ?? is not null`

/** Records of an import that no earlier step of its undoing has dealt with, by their ids. */
export async function recordsToUndo(
  { rows: { table, record } }: Rows,
  importId: string,
  limit: number
): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select distinct ?? as id from ?? where ${LEFT} order by 1 limit ?`,
    [record, table, importId, record, limit]
  )
  return rows.map(({ id }) => id)
}

/** How many records an undoing has before it. */
export async function countToUndo(
  { rows: { table, record } }: Rows,
  importId: string
): Promise<number> {
  const { rows } = await unitSql<{ count: number }>(
    `select count(distinct ??)::integer as count from ?? where ${LEFT}`,
    [record, table, importId, record]
  )
  return rows[0].count
}
