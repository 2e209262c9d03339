import { unitSql } from '#kernel/tenancy/sql'

/** The next `count` references of the agency, none of them ever given twice. */
export async function nextReferences(count: number): Promise<string[]> {
  const { rows } = await unitSql<{ value: number }>(
    `insert into counters (name, value) values ('listings', ?::integer)
     on conflict (name) do update set value = counters.value + excluded.value, updated_at = now()
     returning value`,
    [count]
  )
  const first = rows[0].value - count + 1
  return Array.from({ length: count }, (_, index) => referenceOf(first + index))
}

function referenceOf(number: number): string {
  return `L-${String(number).padStart(5, '0')}`
}
