import { unit } from '#kernel/tenancy/tenancy'
import { subjectsOf } from '../subject.ts'

interface Pointing {
  subject_type: string | null
  subject_id: string | null
}

export interface NamedRecord {
  title: string
  url: string
}

/** What the records are called that these rows are about, as far as this person sees them: one query for each kind. */
export async function recordTitles(rows: Pointing[]): Promise<Map<string, NamedRecord>> {
  const named = new Map<string, NamedRecord>()
  for (const { type, room, titles } of subjectsOf(unit().tenant.modules)) {
    const ids = rows.flatMap((row) => (row.subject_type === type ? (row.subject_id ?? []) : []))
    if (!titles || ids.length === 0) continue
    for (const { id, title } of await titles([...new Set(ids)]))
      named.set(id, { title, url: `/app/${room}/${id}` })
  }
  return named
}
