import type { Mapping } from './list_kind.ts'

/** What was sent as `c0`, `c1` and so on: a heading can be any text, and is no name of a control. */
export function choicesFrom<Choice extends string>(
  columns: string[],
  sent: Record<string, string | null | undefined>,
  good: readonly Choice[]
): Record<string, Choice | 'ignore'> {
  const entries = columns.map((column, index) => {
    const choice = good.find((one) => one === sent[`c${index}`])
    return [column, choice ?? 'ignore'] as const
  })
  return Object.fromEntries(entries)
}

/** The choices in the order of the list: the database keeps another, and of several columns the first one counts. */
export function inOrder({ columns, mapping }: { columns: string[]; mapping: Mapping }): Mapping {
  return Object.fromEntries(columns.map((column) => [column, mapping[column] ?? 'ignore']))
}
