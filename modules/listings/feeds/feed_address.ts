import app from '@adonisjs/core/services/app'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a server on this very machine may be asked: only where the product is being built. */
export function mayBeLocal(environment: string = app.nodeEnvironment): boolean {
  return environment === 'development' || environment === 'test'
}

/** Whether secrets may travel to this address. */
export function isFeedAddress(text: string, localIsFine = mayBeLocal()): boolean {
  const url = URL.parse(text)
  if (!url || !isPlain(url)) return false
  if (url.protocol === 'https:') return true
  return localIsFine && url.protocol === 'http:' && LOCAL.has(url.hostname)
}

function isPlain({ username, password, search, hash }: URL): boolean {
  return [username, password, search, hash].every((part) => part === '')
}

/** Of these addresses, the hosts that may be asked although they are near. */
export function nearHosts(addresses: (string | null)[], localIsFine = mayBeLocal()): string[] {
  if (!localIsFine) return []
  const urls = addresses.flatMap((one) => (one && URL.parse(one)) || [])
  return urls.filter(({ hostname }) => LOCAL.has(hostname)).map(({ host }) => host)
}
