import type { ColumnsByField } from './contact_fields.ts'
import { spelled } from './headings.ts'

const USUAL: [words: RegExp, label: string][] = [
  [/\bwhats ?app\b/, 'whatsapp'],
  [/\b(mobile|mob|cell|cellphone|cellular|iphone|handphone)\b|^[mc]$/, 'mobile'],
  [/\b(home|house|residence|residential|res|personal|landline)\b|^h$/, 'home'],
  [/\b(work|office|off|business|company|direct)\b|^[wo]$/, 'work'],
  [/^main$/, 'main'],
  [/^other$/, 'other'],
]

/** What labels the values of a phone's or an e-mail's column: another column, or its own heading. */
export type ColumnLabel = { beside: string | undefined; usual: string | null }

/** The labels of all columns that can have one. */
export function columnLabels(columns: ColumnsByField): Map<string, ColumnLabel> {
  const labels = new Map<string, ColumnLabel>()
  for (const point of ['phone', 'email'] as const) {
    for (const column of columns.get(point) ?? []) {
      const candidates = columns.get(`${point}_label`) ?? []
      const beside = candidates.find((candidate) => stem(candidate) === stem(column))
      labels.set(column, { beside, usual: column.length > 1 ? usualLabel(column) : null })
    }
  }
  return labels
}

/** Our own word for a usual label, whatever its spelling; null for one of a person's own. */
export function usualLabel(text: string): string | null {
  const words = spelled(text)
  return USUAL.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** "Phone 1 - Label" names what stands in "Phone 1 - Value"; "Phone label" what stands in "Phone". */
function stem(column: string): string {
  return spelled(column).replace(/\s+(value|number|address|type|label)$/, '')
}
