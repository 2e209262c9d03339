import type { Actor } from '#kernel/tenancy/actor'
import type { BulkDesk, BulkOrder } from './bulk_desk.ts'

interface Part {
  /** The id behind which to begin. */
  after?: string | null
  limit: number
}

/** Ids in one order, so that two acts at once cannot wait for each other. */
export async function chosenIds(
  desk: BulkDesk,
  { actor, order, after, limit }: Part & { actor: Actor; order: BulkOrder }
): Promise<string[]> {
  const { query } = await desk.chosen(actor, order.choice, desk.permissions[order.deed.act])
  const id = `${desk.module}.id`
  if (after) query.where(id, '>', after)
  const rows = await query.select(id).orderBy(id).limit(limit).pojo<{ id: string }>()
  return rows.map((row) => row.id)
}

export async function chosenCount(
  desk: BulkDesk,
  { actor, order }: { actor: Actor; order: BulkOrder }
): Promise<number> {
  const { query } = await desk.chosen(actor, order.choice, desk.permissions[order.deed.act])
  const [{ total }] = await query.count('* as total').pojo<{ total: number }>()
  return total
}
