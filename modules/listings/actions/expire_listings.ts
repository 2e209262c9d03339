import { today } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { stepListings } from './step_listings.ts'

const PAGE = 500

/** Takes off the market whatever the agency no longer has the authority to offer. */
export async function expireListings(): Promise<number> {
  let expired = 0
  for (;;) {
    const ids = await nextIds()
    if (ids.length === 0) return expired
    await stepListings(ids, { from: 'active', to: 'expired' })
    expired += ids.length
  }
}

/** The authority's last day is the agency's own: it ends when that day does. */
async function nextIds(): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select id from listings where deleted_at is null and status = 'active' and authority_until < ?
      order by id limit ? for update skip locked`,
    [today(unit().tenant.timeZone), PAGE]
  )
  return rows.map(({ id }) => id)
}
