import { unitSql } from '#kernel/tenancy/sql'
import { openStatuses } from '../lead_words.ts'
import { renewScores } from './renew_scores.ts'

const PAGE = 500

/** Reckons the priority of every open lead anew: days pass, and what is usual changes. */
export async function renewOpenScores(): Promise<number> {
  let renewed = 0
  let after: string | null = null
  for (;;) {
    const ids = await openIds(after)
    if (ids.length === 0) return renewed
    await renewScores(ids)
    renewed += ids.length
    after = ids[ids.length - 1]
  }
}

async function openIds(after: string | null): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select id from leads
      where deleted_at is null and status = any(?::text[]) and (?::uuid is null or id > ?::uuid)
      order by id limit ?`,
    [[...openStatuses], after, after, PAGE]
  )
  return rows.map(({ id }) => id)
}
