import type { RowProblem } from './contact_draft.ts'
import type { RowReader } from './row_reader.ts'

/** Why nothing of a row could become a contact: that it names nobody, and what could not be read. */
export function refusals({ row, problems }: RowReader): RowProblem[] {
  const unreadable = problems.filter(({ field }) => field === 'phone' || field === 'email')
  const nobody = { line: row.line, column: null, field: null, value: '' }
  return [
    { ...nobody, severity: 'refused', key: 'contacts.import.problems.nobody', params: {} },
    ...unreadable.map((problem) => ({ ...problem, severity: 'refused' as const })),
  ]
}
