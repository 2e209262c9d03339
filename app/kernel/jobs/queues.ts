import type { Queue } from 'pg-boss'

/** Seconds without a sign of life after which a job is given to another worker. */
const HEARTBEAT = 10

/** The queues of pg-boss, made by the owner. What fails for good lies in `dead_letters`. */
export const queues = {
  deadLetters: { name: 'dead_letters', retentionSeconds: 90 * 86_400 },
  listeners: {
    name: 'listeners',
    deadLetter: 'dead_letters',
    heartbeatSeconds: HEARTBEAT,
    expireInSeconds: 120,
    retryLimit: 8,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 600,
    deleteAfterSeconds: 86_400,
  },
  longJobs: {
    name: 'long_jobs',
    deadLetter: 'dead_letters',
    heartbeatSeconds: HEARTBEAT,
    expireInSeconds: 4 * 3_600,
    retryLimit: 5,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    deleteAfterSeconds: 7 * 86_400,
  },
  /** One agency's share of a job by the clock. */
  agencyJobs: {
    name: 'agency_jobs',
    deadLetter: 'dead_letters',
    heartbeatSeconds: HEARTBEAT,
    expireInSeconds: 900,
    retryLimit: 5,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
    deleteAfterSeconds: 86_400,
  },
  /** A moment that has come. */
  schedules: {
    name: 'schedules',
    deadLetter: 'dead_letters',
    heartbeatSeconds: HEARTBEAT,
    expireInSeconds: 3_600,
    retryLimit: 3,
    retryDelay: 5,
    retryBackoff: true,
    deleteAfterSeconds: 86_400,
  },
} satisfies Record<string, Queue>

export type QueueName = (typeof queues)[keyof typeof queues]['name']
