/** `/listings/L-00012-house-on-the-hill`: the reference finds it, the words are for people. */
export function listingPath({ reference, title }: { reference: string; title: string }): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  const address = [reference, words].filter(Boolean).join('-')
  return `/listings/${encodeURIComponent(address.toWellFormed())}`
}

/** The list, narrowed by these values of its filters. */
export function listPath(filters: Record<string, string | undefined>): string {
  const told = Object.entries(filters).filter((pair): pair is [string, string] => !!pair[1])
  const query = new URLSearchParams(told).toString()
  return query ? `/listings?${query}` : '/listings'
}
