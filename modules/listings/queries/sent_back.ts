import { unitSql } from '#kernel/tenancy/sql'
import type Listing from '../models/listing.ts'

interface SentBack {
  from_status: string
  reason: string | null
  by: string | null
}

/** Who sent a draft back, and why; null where it never was handed in. */
export async function sentBack({ id, status }: Listing): Promise<SentBack | null> {
  if (status !== 'draft') return null
  const { rows } = await unitSql<SentBack>(
    `select from_status, reason, actor_name as by from status_steps
      where subject_type = 'listing' and subject_id = ? order by id desc limit 1`,
    [id]
  )
  return rows.at(0)?.from_status === 'pending_review' ? rows[0] : null
}
