import type { BulkWork } from '#app/bulk_works'
import { draftFacts } from '../draft_facts.ts'
import { SEPARATORS } from '../validators/reading.ts'

const SAMPLES = 3
const LONGEST_SAMPLE = 40
const ENCODINGS = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macintosh',
]

/** How a list is read, and each of its columns with what stands in its first filled cells. */
export function presentReading(work: BulkWork) {
  const { columns, sample, mapping, encoding, separator } = draftFacts(work)
  return {
    columns: columns.map((column, index) => ({
      name: `columns[c${index}]`,
      label: column,
      choice: mapping[column],
      samples: [...new Set(sample.map(({ cells }) => (cells[column] ?? '').trim()))]
        .filter(Boolean)
        .slice(0, SAMPLES)
        .map(shortened),
    })),
    encodings: [...new Set([encoding ?? 'UTF-8', ...ENCODINGS])],
    separators: Object.keys(SEPARATORS),
    separator: Object.entries(SEPARATORS).find(([, mark]) => mark === separator)?.[0],
  }
}

function shortened(text: string): string {
  return text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text
}
