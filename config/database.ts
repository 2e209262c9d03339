import { defineConfig } from '@adonisjs/lucid'
import { retireWornConnection } from '#kernel/tenancy/connections'
import env from '#start/env'

const connection = { connectionString: env.get('DATABASE_URL') }

/**
 * Two pools on one login: code that holds an agency's unit of work may still ask `core`,
 * and can never wait for itself. Neither sets anything for the session: behind a pooler in
 * transaction mode it would leak to the next client.
 */
export default defineConfig({
  connection: 'core',
  connections: {
    core: {
      client: 'pg',
      connection,
      pool: { min: 0, max: env.get('DATABASE_CORE_POOL', 8) },
      schemaGeneration: { enabled: false },
    },
    tenant: {
      client: 'pg',
      connection,
      pool: { min: 0, max: env.get('DATABASE_TENANT_POOL', 8), validate: retireWornConnection },
      schemaGeneration: { enabled: false },
    },
  },
})
