import type { Problem } from '#kernel/markets/problem'

/** Why a row was refused, or what of it no field could take. */
export type RowProblem<Field extends string = string> = Problem & {
  severity: 'refused' | 'warning'
  line: number
  column: string | null
  field: Field | null
  value: string
}
