import config from '#config/tenancy'

/**
 * A backend keeps catalog cache for every table it ever touched, so a connection that has served
 * many agencies or lived long is worth less than a new one.
 */
interface Wear {
  agencies: Set<string>
  since: number
}

const wear = new WeakMap<object, Wear>()

/** Notes that this connection now also serves `tenantId`. */
export function wearConnection(connection: object, tenantId: string): void {
  const known = wear.get(connection) ?? { agencies: new Set<string>(), since: Date.now() }
  known.agencies.add(tenantId)
  wear.set(connection, known)
}

/** Pool hook: false closes the connection instead of lending it out again. */
export function retireWornConnection(connection: object): boolean {
  const known = wear.get(connection)
  if (!known) return true
  if (known.agencies.size >= config.agenciesPerConnection) return false
  return Date.now() - known.since < config.minutesPerConnection * 60_000
}
