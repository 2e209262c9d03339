/** A path on this very host, or null: an address from outside never decides where we lead to. */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(text)) return null
  const { host, pathname, search } = new URL(text, 'http://here.invalid')
  // What was tidied may have become another host's address: `/.//elsewhere.example`.
  return host === 'here.invalid' && !pathname.startsWith('//') ? pathname + search : null
}
