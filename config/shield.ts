import { defineConfig } from '@adonisjs/shield'
import { isSecure } from '#config/app'
import env from '#start/env'

const development = env.get('NODE_ENV') === 'development'

/** The form guard, for every route. */
export default defineConfig({
  csrf: {
    enabled: true,
    // Mail programs post to the link of a letter (RFC 8058): it is signed, and all that they have.
    exceptRoutes: ({ request }) =>
      request.wantsProblem() || /^\/unsubscribe\/[\w.-]+$/.test(request.url()),
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
      imgSrc: [`'self'`, 'data:'],
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
