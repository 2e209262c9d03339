import { unitSql } from '#kernel/tenancy/sql'
import type Member from '../models/member.ts'

/**
 * Is this the only principal left? The rows stay locked until the unit ends, so that two
 * principals cannot remove each other at once.
 */
export async function isLastPrincipal(member: Member): Promise<boolean> {
  if (member.role !== 'principal' || member.state !== 'active') return false
  const { rows } = await unitSql<{ id: string }>(
    `select id from members where role = 'principal' and state = 'active' order by id for update`
  )
  return rows.every(({ id }) => id === member.id)
}
