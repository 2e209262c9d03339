import { CustomField, defineField } from '#app/records'
import { inOrder } from './column_choices.ts'
import type { Mapping } from './list_kind.ts'

/** Chosen for a column of which a field of the agency's own is to be made. */
const NEW = 'new'

interface Chosen {
  columns: string[]
  mapping: Mapping
}

/** The fields that are made when the import starts, under the names that they have until then. */
export function fieldsToBe({ columns, mapping }: Chosen): CustomField[] {
  return columns.flatMap((column, index) =>
    mapping[column] === NEW
      ? new CustomField().fill({ ...asText(column), key: keyToBe(index) })
      : []
  )
}

/** The choices in the order of the list, with those names. */
export function withFieldsToBe({ columns, mapping }: Chosen): Mapping {
  const named = columns.map((column, index) => {
    const choice = mapping[column]
    return [column, choice === NEW ? `custom:${keyToBe(index)}` : choice] as const
  })
  return inOrder({ columns, mapping: Object.fromEntries(named) })
}

/** Makes the fields; null where the agency has too many. */
export async function defineNewFields<Choices extends Mapping>(
  subjectType: string,
  { columns, mapping }: { columns: string[]; mapping: Choices }
): Promise<Choices | null> {
  const settled: Mapping = { ...mapping }
  for (const column of columns.filter((one) => mapping[one] === NEW)) {
    const field = await defineField({ ...asText(column), subjectType })
    if (!field.ok) return null
    settled[column] = `custom:${field.value.key}`
  }
  return settled as Choices
}

function keyToBe(index: number): string {
  return `new_${index}`
}

function asText(column: string) {
  return { label: column.slice(0, 60), kind: 'text' as const }
}
