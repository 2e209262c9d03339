import type { HeardEvent } from './listener.ts'

/** What travels through pg-boss for one listener of one event. */
export interface Envelope {
  listener: string
  event: HeardEvent
}
