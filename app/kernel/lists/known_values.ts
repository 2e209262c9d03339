import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { narrowToReach } from '#kernel/models/reachable'
import type { Actor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'

/** So many are a menu; of more, the most frequent are shown. */
const MOST = 60

interface Wish {
  /** Has an index that begins with it, of what is not deleted. */
  column: string
  actor: Actor
  permission: string
}

/** The values that a column has among the records within reach, by name. */
export async function knownValues<M extends LucidModel>(
  query: ModelQueryBuilderContract<M>,
  { column, actor, permission }: Wish
): Promise<string[]> {
  const seesAll = actor.reachOf(permission) === 'all'
  const few = seesAll ? await steppedThrough(query.model.table, column) : null
  const values = few ?? (await counted(narrowToReach(query, actor, permission), column))
  return values.sort((one, other) => one.localeCompare(other))
}

/** One step in the index for each value, however many rows have it; null when there are too many. */
async function steppedThrough(table: string, column: string): Promise<string[] | null> {
  const { rows } = await unitSql<{ value: string }>(
    `with recursive step as (
       (select ?? as value from ?? where deleted_at is null and ?? is not null order by 1 limit 1)
       union all
       select (select ?? from ?? where deleted_at is null and ?? > step.value order by 1 limit 1)
         from step where value is not null)
     select value from step where value is not null limit ?`,
    [column, table, column, column, table, column, MOST + 1]
  )
  return rows.length > MOST ? null : rows.map(({ value }) => value)
}

async function counted<M extends LucidModel>(
  query: ModelQueryBuilderContract<M>,
  column: string
): Promise<string[]> {
  const rows = await query
    .select(`${column} as value`)
    .whereNotNull(column)
    .groupBy(column)
    .orderByRaw('count(*) desc')
    .limit(MOST)
    .pojo<{ value: string }>()
  return rows.map(({ value }) => value)
}
