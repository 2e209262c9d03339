import { unitSql } from '#kernel/tenancy/sql'
import type { LastRule } from '../routing/targets.ts'

export interface LeadSettings {
  /** Who gets what no rule takes. */
  lastRule: LastRule
  version: number
}

const UNTOUCHED: LeadSettings = { lastRule: 'agents', version: 1 }

/** What the agency decided for all of its leads. */
export async function leadSettings(): Promise<LeadSettings> {
  const { rows } = await unitSql<LeadSettings>(
    'select last_rule as "lastRule", version from lead_settings'
  )
  return rows[0] ?? UNTOUCHED
}
