import { unitSql } from '#kernel/tenancy/sql'
import { flaggedFacts } from '../queries/flagged_facts.ts'
import { flagsOf } from '../scoring/flags.ts'

/** Looks anew for what seems wrong about these leads. What somebody decided stays decided. */
export async function renewFlags(ids: readonly string[]): Promise<void> {
  const flags = (await flaggedFacts(ids)).flatMap((facts) =>
    flagsOf(facts).map((flag) => ({ lead_id: facts.id, ...flag }))
  )
  await unitSql(`delete from lead_flags where state = 'open' and lead_id = any(?::uuid[])`, [ids])
  await unitSql(
    `insert into lead_flags (lead_id, kind, evidence)
     select lead_id, kind, evidence from jsonb_to_recordset(?::jsonb) as fresh(lead_id uuid, kind text, evidence jsonb)
     on conflict (lead_id, kind) do nothing`,
    [JSON.stringify(flags)]
  )
}
