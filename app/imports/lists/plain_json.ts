/** JSON that PostgreSQL takes, whatever was in a file: no null characters, no halves of characters. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' ? one.toWellFormed().replaceAll('\0', '') : one
  )
}

/** The value as it comes back from the database. */
export function plainValue<Value>(value: Value): Value {
  return JSON.parse(plainJson(value)) as Value
}
