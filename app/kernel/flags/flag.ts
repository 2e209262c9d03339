import { createHash } from 'node:crypto'

/** For roll-outs and nothing else; what an agency pays for is a module. */
export interface Flag {
  name: string
  /** The main switch: off is off for everybody. */
  enabled: boolean
  /** Of a hundred agencies, how many have it. Raising it takes it from nobody. */
  rolloutPercentage: number
  /** Agencies that have it whatever the percentage. */
  included: ReadonlySet<string>
  /** Agencies that do not have it, whatever else is said. */
  excluded: ReadonlySet<string>
}

export function isOnFor(flag: Flag, tenantId: string): boolean {
  if (!flag.enabled || flag.excluded.has(tenantId)) return false
  return flag.included.has(tenantId) || bucketOf(flag.name, tenantId) < flag.rolloutPercentage
}

/** 0 to 99, always the same for this agency and this flag, and independent of other flags. */
export function bucketOf(flagName: string, tenantId: string): number {
  const hash = createHash('sha256').update(`${flagName}:${tenantId}`).digest()
  return hash.readUInt32BE(0) % 100
}
