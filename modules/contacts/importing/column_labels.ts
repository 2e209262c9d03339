import type { ColumnsByField } from './contact_fields.ts'
import { spelled } from '#app/imports'

const USUAL = {
  whatsapp: 'whatsapp, whats app',
  mobile: 'mobile, mob, cell, cellphone, cellular, iphone, handphone, m, c',
  home: 'home, house, residence, residential, res, personal, landline, h',
  work: 'work, office, off, business, company, direct, w, o',
  main: 'main',
  other: 'other',
}

const LABELS = new Map(
  Object.entries(USUAL).flatMap(([label, words]) =>
    words.split(', ').map((word) => [word, label] as const)
  )
)

/** What labels the values of a phone's or an e-mail's column: another column, or its own heading. */
export type ColumnLabel = { beside: string | undefined; usual: string | null }

/** The labels of all columns that can have one. */
export function columnLabels(columns: ColumnsByField): Map<string, ColumnLabel> {
  const labels = new Map<string, ColumnLabel>()
  for (const point of ['phone', 'email'] as const) {
    for (const column of columns.get(point) ?? []) {
      const candidates = columns.get(`${point}_label`) ?? []
      const beside = candidates.find((candidate) => stem(candidate) === stem(column))
      labels.set(column, { beside, usual: labelInHeading(column) })
    }
  }
  return labels
}

/** Our own word for a usual label, whatever its spelling; null for one of a person's own. */
export function usualLabel(label: string): string | null {
  return LABELS.get(withoutNoun(label)) ?? null
}

/** "Business Phone 2" is at work; a column called by a letter is not. */
function labelInHeading(heading: string): string | null {
  const words = withoutNoun(heading)
  const word = [words, ...words.split(' ')].find(
    (candidate) => candidate.length > 1 && LABELS.has(candidate)
  )
  return word === undefined ? null : LABELS.get(word)!
}

function withoutNoun(text: string): string {
  return spelled(text).replace(/(\s+(phone|telephone|tel|number|no|email|address|\d+))+$/, '')
}

/** "Phone 1 - Label" names what stands in "Phone 1 - Value"; "Phone label" what stands in "Phone". */
function stem(column: string): string {
  return spelled(column).replace(/\s+(value|number|address|type|label)$/, '')
}
