import { plainJson } from '#app/imports'
import { unitSql } from '#kernel/tenancy/sql'
import type { Judgement } from './judge.ts'

/** Keeps what became of each row, for the summary, the refused rows and the undoing. */
export async function writeRows(judgements: Judgement[], importId: string): Promise<void> {
  await unitSql(
    `insert into lead_import_rows (import_id, line, deed, lead_id, changes, version_after, status, cells, problems)
     select ?, line, deed, lead_id, changes, leads.version, coalesce(leads.status, 'new'), cells, problems
       from jsonb_to_recordset(?::jsonb) as new(line integer, deed text, lead_id uuid, changes jsonb, cells jsonb, problems jsonb)
       left join leads on leads.id = lead_id`,
    [importId, plainJson(judgements.map(columns))]
  )
  await keepFingerprints(judgements, importId)
}

function columns({ row, deed, leadId, changes, problems }: Judgement) {
  return {
    line: row.line,
    deed,
    lead_id: leadId,
    changes,
    cells: deed === 'refused' ? row.cells : null,
    problems: problems.length > 0 ? problems : null,
  }
}

/** A row whose lead was deleted has become another one. */
async function keepFingerprints(judgements: Judgement[], importId: string): Promise<void> {
  const rows = judgements.flatMap(({ lead, leadId, listed }) =>
    lead && listed ? { fingerprint: listed.fingerprint, lead_id: leadId } : []
  )
  await unitSql(
    `insert into lead_fingerprints (fingerprint, lead_id, import_id)
     select fingerprint, lead_id, ? from jsonb_to_recordset(?::jsonb) as new(fingerprint text, lead_id uuid)
     on conflict (fingerprint) do update set lead_id = excluded.lead_id, import_id = excluded.import_id`,
    [importId, plainJson(rows)]
  )
}
