import { defineConfig, targets } from '@adonisjs/core/logger'
import { plainError } from '#kernel/logs/plain_error'
import env from '#start/env'

const mode = env.get('NODE_ENV')

export default defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'freehold',
      level: env.get(
        'LOG_LEVEL',
        mode === 'production' || mode === 'development' ? 'info' : 'warn'
      ),
      // Texts of people and secrets never reach a log, whatever somebody passes in.
      redact: { paths: ['*.password', '*.token', '*.secret', '*.email', '*.phone', '*.cookie'] },
      serializers: { err: plainError },
      // Elsewhere plain lines on standard output: no worker threads, nothing lost at the end.
      ...(mode === 'development' ? { transport: { targets: [targets.pretty()] } } : {}),
    },
  },
})

declare module '@adonisjs/core/types' {
  export interface LoggersList {
    app: unknown
  }
}
