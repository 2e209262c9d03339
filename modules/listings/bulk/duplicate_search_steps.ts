import type { BulkSteps, BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { keepLikenesses } from '../queries/likenesses.ts'

const PAGE = 200

/** Looks for duplicates among all listings, a page of them in each unit of work. */
export class DuplicateSearchSteps implements BulkSteps {
  async take(work: BulkWork): Promise<number> {
    const ids = await idsAfter((work.facts.after as string | undefined) ?? null)
    await keepLikenesses(ids)
    work.facts = { after: ids.at(-1) }
    return ids.length
  }
}

async function idsAfter(after: string | null): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select id from listings where deleted_at is null and (?::uuid is null or id > ?::uuid)
      order by id limit ?`,
    [after, after, PAGE]
  )
  return rows.map(({ id }) => id)
}
