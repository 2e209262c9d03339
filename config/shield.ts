import { defineConfig } from '@adonisjs/shield'
import { isSecure } from '#config/app'
import { tileOrigins } from '#config/maps'
import env from '#start/env'

const development = env.get('NODE_ENV') === 'development'

/** The form guard, for every route. */
export default defineConfig({
  csrf: {
    enabled: true,
    // Mail programs unsubscribe with one POST, without session or form (RFC 8058). Nothing is to be forged
    // there: the address carries a signed token that nobody can guess, and whoever has it may post as it is.
    exceptRoutes: ({ request, route }) =>
      request.wantsProblem() || route?.name === 'site.unsubscription.store',
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    enableXsrfCookie: false,
  },
})

/** What `guard_answers_middleware` puts on every answer. */
export const answers = defineConfig({
  csp: {
    enabled: true,
    directives: {
      defaultSrc: [`'none'`],
      scriptSrc: ['@nonce', `'strict-dynamic'`],
      styleSrc: [`'self'`, '@nonce'],
      imgSrc: [`'self'`, 'data:', ...tileOrigins()],
      fontSrc: [`'self'`],
      connectSrc: [`'self'`, ...(development ? ['ws:'] : [])],
      manifestSrc: [`'self'`],
      formAction: [`'self'`],
      frameAncestors: [`'none'`],
      baseUri: [`'none'`],
    },
    reportOnly: false,
  },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: isSecure(), maxAge: '365 days' },
  contentTypeSniffing: { enabled: true },
})
