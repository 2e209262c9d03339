import { unitSql } from '#kernel/tenancy/sql'
import type { PointDraft } from '../contact_draft.ts'

/** Makes these, in this order, the ways to reach a contact. */
export async function savePoints(contactId: string, points: PointDraft[]): Promise<void> {
  await unitSql('delete from contact_points where contact_id = ?', [contactId])
  if (points.length === 0) return
  await unitSql(
    `insert into contact_points (contact_id, kind, value, label, position)
     select ?, kind, value, label, position - 1
       from jsonb_to_recordset(?::jsonb) as point(kind text, value text, label text, position integer)`,
    [contactId, JSON.stringify(points.map((point, index) => ({ ...point, position: index + 1 })))]
  )
}

export function firstOf(points: PointDraft[], kind: PointDraft['kind']): string | null {
  return points.find((point) => point.kind === kind)?.value ?? null
}
