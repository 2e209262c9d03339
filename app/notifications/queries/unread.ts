import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'

/** More than these are not counted. */
const MOST_COUNTED = 99

/** How many a person has not read, up to one more than are counted. */
export async function unreadOf(memberId: string): Promise<number> {
  const { rows } = await unitSql<{ unread: number }>(
    `select count(*)::integer as unread from (
       select 1 from notifications
        where member_id = ? and read_at is null and (module is null or module = any(?::text[]))
        limit ?) as counted`,
    [memberId, [...unit().tenant.modules], MOST_COUNTED + 1]
  )
  return rows[0].unread
}
