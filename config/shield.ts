import { defineConfig } from '@adonisjs/shield'
import { isSecure } from '#config/app'
import env from '#start/env'

const development = env.get('NODE_ENV') === 'development'

export default defineConfig({
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
  csrf: {
    enabled: true,
    exceptRoutes: (ctx) => ctx.request.url().startsWith('/api/'),
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    enableXsrfCookie: false,
  },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: isSecure(), maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
})
