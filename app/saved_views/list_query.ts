/** Where one stands in a list, and what is open beside it, is no part of what it shows. */
const passing = new Set(['page', 'after', 'before', 'open', 'as', 'start'])

/** What an address asks of a list, the same for every order in which it is asked. */
export function listQuery(typed: string): string {
  const pairs = [...new URLSearchParams(typed)].filter(
    ([key, value]) => value !== '' && !passing.has(key)
  )
  return new URLSearchParams(pairs.toSorted(byKey)).toString()
}

function byKey([one]: [string, string], [other]: [string, string]): number {
  return one < other ? -1 : Number(one > other)
}
