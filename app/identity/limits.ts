import limiter from '@adonisjs/limiter/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import { createHash } from 'node:crypto'

interface Door {
  name: string
  /** Tries within the duration. */
  requests: number
  duration: string
}

export const doors = {
  signIn: { name: 'sign-in', requests: 10, duration: '10 mins' },
  signInFromAddress: { name: 'sign-in-ip', requests: 60, duration: '10 mins' },
  signUp: { name: 'sign-up', requests: 60, duration: '1 hour' },
  reset: { name: 'reset', requests: 5, duration: '30 mins' },
  resetFromAddress: { name: 'reset-ip', requests: 30, duration: '30 mins' },
  token: { name: 'token', requests: 30, duration: '10 mins' },
} satisfies Record<string, Door>

/**
 * Counts one try at a door and throws 429 with Retry-After where there were too many. Counters
 * are shared between processes; keys are hashed, so that no e-mail lies in the table.
 */
export async function knock(door: Door, key: string): Promise<void> {
  const counter = limiter.use({ requests: door.requests, duration: door.duration })
  await counter.consume(
    `${door.name}:${createHash('sha256').update(key).digest('base64url').slice(0, 32)}`
  )
}

/** Forgets the tries of a person who got in. */
export async function forgetTries(door: Door, key: string): Promise<void> {
  const counter = limiter.use({ requests: door.requests, duration: door.duration })
  await counter.delete(
    `${door.name}:${createHash('sha256').update(key).digest('base64url').slice(0, 32)}`
  )
}

export function addressOf(ctx: HttpContext): string {
  return ctx.request.ip()
}
