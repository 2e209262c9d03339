import { unitSql } from '#kernel/tenancy/sql'
import type { Finding } from '../lookups/ask.ts'
import type { UnaskedPart } from '../queries/unasked_parts.ts'
import { renewFlags } from './renew_flags.ts'

export interface KeptFinding extends UnaskedPart {
  finding: Finding | null
}

const ROWS = `jsonb_to_recordset(?::jsonb) as new (lead_id uuid, part text, asked text, is_real boolean, kind text)`

/** Notes on leads what was found out about their phones and addresses, and flags what is wrong. */
export async function keepFindings(findings: KeptFinding[]): Promise<void> {
  const rows = JSON.stringify(
    findings.map(({ leadId, part, asked, finding }) => ({
      ...{ lead_id: leadId, part, asked },
      ...{ is_real: finding?.isReal ?? null, kind: finding?.kind ?? null },
    }))
  )
  await unitSql(
    `insert into lead_lookups (lead_id, part, asked, is_real)
     select leads.id, new.part, new.asked, new.is_real from ${ROWS} join leads on leads.id = new.lead_id
     on conflict (lead_id, part) do update set asked = excluded.asked, is_real = excluded.is_real, updated_at = now()`,
    [rows]
  )
  await unitSql(
    `update leads set source_detail = source_detail || jsonb_build_object('phoneKind', new.kind), updated_at = now()
       from ${ROWS} where leads.id = new.lead_id and leads.phone = new.asked and new.kind is not null`,
    [rows]
  )
  await renewFlags([...new Set(findings.map(({ leadId }) => leadId))])
}
