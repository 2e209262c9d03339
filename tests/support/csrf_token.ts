import { createHash, randomBytes } from 'node:crypto'

/** The form token that belongs to a session's secret, as the form guard computes it. */
export function csrfToken(secret: string): string {
  const salt = randomBytes(6).toString('hex')
  return `${salt}-${createHash('sha1').update(`${salt}-${secret}`).digest('base64url')}`
}
