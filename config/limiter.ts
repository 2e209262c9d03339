import { defineConfig, stores } from '@adonisjs/limiter'
import type { InferLimiters } from '@adonisjs/limiter/types'

/** Counters live in the database, so that every web process counts the same visitor. */
const limiterConfig = defineConfig({
  default: 'database',
  stores: { database: stores.database({ connectionName: 'core', tableName: 'rate_limits' }) },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
