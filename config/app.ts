import { defineConfig } from '@adonisjs/core/http'
import proxyAddr from 'proxy-addr'
import env from '#start/env'

/** Only a proxy named in TRUSTED_PROXIES may say who the visitor is and which host was asked. */
const trusted = env.get('TRUSTED_PROXIES')
const trustProxy = trusted ? proxyAddr.compile(trusted.split(',')) : () => false

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: false,
  trustProxy,
  cookie: { path: '/', httpOnly: true, secure: isSecure(), sameSite: 'lax', maxAge: '30d' },
})

/** Safari refuses Secure cookies on http://*.localhost, so the demo goes without. */
export function isSecure(): boolean {
  return ['production', 'test'].includes(env.get('NODE_ENV'))
}
