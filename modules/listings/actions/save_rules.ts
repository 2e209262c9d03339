import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'

/** How many days a confirmation counts from now on; those that were given keep their day. */
export async function saveRules(freshDays: number): Promise<void> {
  await unitSql(
    `insert into listing_rules (id, fresh_days) values (1, ?)
     on conflict (id) do update set fresh_days = excluded.fresh_days, version = listing_rules.version + 1, updated_at = now()`,
    [freshDays]
  )
  unit().audit({
    action: 'listings.rules_changed',
    subjectType: 'agency',
    subjectId: unit().tenant.id,
    facts: { freshDays },
  })
}
