import { unitSql } from '#kernel/tenancy/sql'

const EMPTY_DAYS = 1
const DAYS = 30

const KINDS = `('listings.feed_trial', 'listings.feed_sync', 'listings.feed_application')`

/** A feed is asked a hundred times a day: of most runs nobody needs to know more than that they were. */
export async function forgetOldRuns(): Promise<void> {
  await unitSql(
    `delete from bulk_works
      where kind in ${KINDS} and state in ('done', 'failed', 'cancelled')
        and updated_at < now() - make_interval(days => case when counts = '{}' then ?::integer else ?::integer end)`,
    [EMPTY_DAYS, DAYS]
  )
}
