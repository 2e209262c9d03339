/** A path on this very host, or null: an address from outside never decides where we lead to. */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(text)) return null
  const url = new URL(text, 'http://here.invalid')
  return url.host === 'here.invalid' ? `${url.pathname}${url.search}` : null
}
