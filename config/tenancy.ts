import env from '#start/env'

/** What the tenancy layer may spend and how long it waits. Times in milliseconds. */
export default {
  baseDomain: env.get('BASE_DOMAIN'),
  consoleDomain: `console.${env.get('BASE_DOMAIN')}`,
  statementTimeout: 15_000,
  /** How long a page waits for the fleet worker before it shows progress instead. */
  fleetPatience: 5_000,
  /** A connection keeps about 24 kB per table it ever touched: it retires after this many agencies. */
  agenciesPerConnection: 100,
  minutesPerConnection: 30,
  hostCacheTtl: 30_000,
  deletionGraceDays: 30,
}
