import { defineConfig } from '@adonisjs/auth'
import { sessionGuard } from '@adonisjs/auth/session'
import type { Authenticators, InferAuthenticators, InferAuthEvents } from '@adonisjs/auth/types'
import { consoleProvider, staffProvider } from '#app/identity'

const authConfig = defineConfig({
  default: 'staff',
  guards: {
    staff: sessionGuard({ useRememberMeTokens: false, provider: staffProvider }),
    console: sessionGuard({ useRememberMeTokens: false, provider: consoleProvider }),
  },
})

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}
declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
