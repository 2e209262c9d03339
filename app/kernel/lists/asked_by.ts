/** What the address of a list asks, as a request would read it: what stands there twice is a list. */
export function askedBy(query: string): Record<string, string | string[]> {
  const asked = new URLSearchParams(query)
  return Object.fromEntries(
    [...new Set(asked.keys())].map((key) => {
      const values = asked.getAll(key)
      return [key, values.length > 1 ? values : values[0]]
    })
  )
}
