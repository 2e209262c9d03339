import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import type { LastRule } from '../routing/targets.ts'

/** Who gets what no rule takes. This rule can be changed, never removed. */
export async function saveLastRule(lastRule: LastRule): Promise<void> {
  await unitSql(
    `insert into lead_settings (id, last_rule) values (1, ?)
     on conflict (id) do update set last_rule = excluded.last_rule, version = lead_settings.version + 1, updated_at = now()`,
    [lastRule]
  )
  unit().audit({
    action: 'leads.last_rule_changed',
    subjectType: 'agency',
    subjectId: unit().tenant.id,
    facts: { lastRule },
  })
}
