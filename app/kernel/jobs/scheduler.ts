import type { PgBoss, Schedule } from 'pg-boss'
import logger from '@adonisjs/core/services/logger'
import { coreSql } from '#kernel/tenancy/sql'
import { queues } from './queues.ts'
import { allSchedules } from './schedule_registry.ts'

/** What a moment that has come carries; `zone` null: once for the whole installation. */
export interface Moment {
  job: string
  zone: string | null
}

interface Wanted extends Moment {
  key: string
  cron: string
  tz: string
}

const AGAIN = 60_000
const queue = queues.schedules.name

/**
 * Tells pg-boss when which job is due: a job of the installation once, in UTC; a job per agency
 * once for each time zone in which agencies live. A moment that passed while no worker ran is
 * made up for once.
 */
export class Scheduler {
  readonly #boss: PgBoss
  #timer: NodeJS.Timeout | null = null

  constructor(boss: PgBoss) {
    this.#boss = boss
  }

  async start(): Promise<void> {
    await this.#dropUnknown()
    await this.#add()
    // An agency may open in a zone where nobody lived before.
    this.#timer = setInterval(() => {
      this.#add().catch((error) =>
        logger.error({ err: error }, 'schedules: not brought up to date')
      )
    }, AGAIN)
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  /** Only at the start: while two builds run side by side, neither takes the other's away. */
  async #dropUnknown(): Promise<void> {
    const known = new Set(allSchedules().map(({ job }) => job.name))
    for (const { key, data } of await this.#boss.getSchedules(queue)) {
      if (!known.has((data as Moment).job)) await this.#boss.unschedule(queue, key)
    }
  }

  async #add(): Promise<void> {
    const present = new Map((await this.#boss.getSchedules(queue)).map((one) => [one.key, one]))
    for (const wanted of await wantedSchedules()) {
      if (isSame(present.get(wanted.key), wanted)) continue
      const { key, cron, tz, job, zone } = wanted
      await this.#boss.schedule(queue, cron, { job, zone }, { key, tz, missed: 'once' })
    }
  }
}

function isSame(present: Schedule | undefined, wanted: Wanted): boolean {
  return present !== undefined && present.cron === wanted.cron && present.timezone === wanted.tz
}

async function wantedSchedules(): Promise<Wanted[]> {
  const zones = await zonesInUse()
  return allSchedules().flatMap(({ job }): Wanted[] => {
    if (!job.perAgency)
      return [{ key: job.name, cron: job.cron, tz: 'UTC', job: job.name, zone: null }]
    return zones.map((zone) => ({
      key: `${job.name}/${zone.replaceAll('+', '-plus-')}`,
      cron: job.cron,
      tz: zone,
      job: job.name,
      zone,
    }))
  })
}

async function zonesInUse(): Promise<string[]> {
  const { rows } = await coreSql<{ zone: string }>(
    `select distinct time_zone as zone from tenants where status in ('active', 'restricted') order by 1`
  )
  return rows.map((row) => row.zone)
}
