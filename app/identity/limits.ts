import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'

interface Door {
  name: string
  /** Tries within the duration. */
  requests: number
  duration: string
}

/** How often one may knock: at each door for one person, and from one address. */
export const doors = {
  signIn: { name: 'sign-in', requests: 10, duration: '10 mins' },
  signInFromAddress: { name: 'sign-in-ip', requests: 60, duration: '10 mins' },
  signUp: { name: 'sign-up', requests: 60, duration: '1 hour' },
  signUpAs: { name: 'sign-up-as', requests: 20, duration: '1 hour' },
  reset: { name: 'reset', requests: 5, duration: '30 mins' },
  resetFromAddress: { name: 'reset-ip', requests: 30, duration: '30 mins' },
  token: { name: 'token', requests: 30, duration: '10 mins' },
  letter: { name: 'letter', requests: 5, duration: '1 hour' },
  invite: { name: 'invite', requests: 100, duration: '1 hour' },
  enquiry: { name: 'enquiry', requests: 20, duration: '10 mins' },
  password: { name: 'password', requests: 10, duration: '10 mins' },
} satisfies Record<string, Door>

/**
 * Counts one try at a door and throws 429 with Retry-After where there were too many. Counters
 * are shared between processes; keys are hashed, so that no e-mail lies in the table.
 */
export async function knock(door: Door, key: string): Promise<void> {
  await counterOf(door).consume(nameOf(door, key))
}

/** Forgets the tries of a person who got in. */
export async function forgetTries(door: Door, key: string): Promise<void> {
  await counterOf(door).delete(nameOf(door, key))
}

/** Somebody who says who they are by e-mail, on this host, in whatever letters it is written. */
export function personAt({ request }: HttpContext, email: string): string {
  return `${request.hostname()?.toLowerCase()}:${email}`
}

/** The visitor's address; what a proxy says counts only where the proxy is trusted. */
export function addressOf(ctx: HttpContext): string {
  return ctx.request.ip()
}

function counterOf({ requests, duration }: Door) {
  return limiter.use({ requests, duration })
}

function nameOf(door: Door, key: string): string {
  return `${door.name}:${createHash('sha256').update(key).digest('base64url').slice(0, 32)}`
}
