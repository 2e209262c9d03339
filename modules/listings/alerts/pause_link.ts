import encryption from '@adonisjs/core/services/encryption'
import { isSecure } from '#config/app'
import env from '#start/env'

const PURPOSE = 'pause_saved_search'

/** The address at which one click pauses a search: signed, and good for nothing else. */
export function pauseLink(host: string, searchId: string): string {
  return `${originOf(host)}/unsubscribe/${pauseToken(searchId)}`
}

export function pauseToken(searchId: string): string {
  return encryption.getMessageVerifier().sign(searchId, undefined, PURPOSE)
}

/** The search that such a link names; null for what we did not sign. */
export function searchOf(token: unknown): string | null {
  if (typeof token !== 'string' || token.length > 500) return null
  return encryption.getMessageVerifier().unsign<string>(token, PURPOSE)
}

/** Letters are written by workers, which nobody asked at an address. */
export function originOf(host: string): string {
  return isSecure() ? `https://${host}` : `http://${host}:${env.get('PORT')}`
}
