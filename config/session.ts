import { defineConfig } from '@adonisjs/session'
import { sessionStore } from '#app/identity'
import { isSecure } from '#config/app'

export default defineConfig({
  enabled: true,
  cookieName: isSecure() ? '__Host-freehold' : 'freehold',
  clearWithBrowser: false,
  age: '30d',
  cookie: { path: '/', httpOnly: true, secure: isSecure(), sameSite: 'lax' },
  store: 'freehold',
  stores: { freehold: sessionStore },
})
