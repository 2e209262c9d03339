import { unitSql } from '#kernel/tenancy/sql'
import type { LastRule } from '../routing/targets.ts'

export interface LeadSettings {
  /** Who gets what no rule takes. */
  lastRule: LastRule
  /** Whether phone and e-mail of others' leads are hidden until one has them shown. */
  detailsHidden: boolean
  /** How many a person may have shown in a day, and the seconds between two. */
  revealsADay: number
  revealPause: number
  version: number
}

const UNTOUCHED: LeadSettings = {
  ...{ lastRule: 'agents', version: 1 },
  ...{ detailsHidden: false, revealsADay: 50, revealPause: 10 },
}

/** What the agency decided for all of its leads. */
export async function leadSettings(): Promise<LeadSettings> {
  const { rows } = await unitSql<LeadSettings>(
    `select last_rule as "lastRule", version, details_hidden as "detailsHidden", reveals_a_day as "revealsADay",
            reveal_pause as "revealPause" from lead_settings`
  )
  return rows[0] ?? UNTOUCHED
}
