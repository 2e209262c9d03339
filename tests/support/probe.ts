import { forgetListener, registerListener } from '#kernel/events/listener_registry'
import type { HeardEvent, Listener, LongRun } from '#kernel/events/listener'
import { coreSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { until } from './until.ts'

type Deed = (event: HeardEvent, run?: LongRun) => Promise<void>

/** A listener of the test's own: counts what it heard, and does what the test tells it to. */
export class Probe {
  readonly event = 'probe.happened'
  readonly heard: HeardEvent[] = []
  deed: Deed = async () => {}
  #names: string[] = []

  /** Listens under `name`, which must begin with the module's name where one is given. */
  listen(name = 'probe.count', kind: Listener['kind'] = 'unit', module: string | null = null) {
    this.#names.push(name)
    const handle: Deed = async (event, run) => {
      await this.deed(event, run)
      this.heard.push(event)
    }
    registerListener({ event: this.event, name, kind, handle } as Listener, module)
  }

  /** To be called inside a unit of work. */
  tell(payload: Record<string, unknown> = {}): void {
    unit().tell({ name: this.event, version: 1, payload })
  }

  async hears(times: number): Promise<void> {
    await until(() => this.heard.length >= times)
  }

  /** The outcomes of the runs so far, oldest first. */
  async outcomes(): Promise<(string | null)[]> {
    const { rows } = await coreSql<{ outcome: string | null }>(
      'select outcome from job_runs where job = any(?) order by id',
      [this.#names]
    )
    return rows.map((row) => row.outcome)
  }

  async ends(times: number): Promise<void> {
    await until(async () => (await this.outcomes()).filter(Boolean).length >= times)
  }

  /** Resolves when nothing that was told is still to be heard by the listener of this name. */
  async ended(listener: string): Promise<void> {
    await until(async () => {
      const { rows } = await coreSql<{ waiting: number }>(
        `select (select count(*) from outbox) + (select count(*) from pgboss.job where state <= 'active' and data->>'listener' = ?) as waiting`,
        [listener]
      )
      return rows[0].waiting === 0
    })
  }

  /** Stops listening and forgets all that was told, heard and run. */
  async silence(): Promise<void> {
    this.#names.forEach(forgetListener)
    await coreSql('delete from outbox')
    await coreSql('delete from pgboss.job')
    await coreSql('delete from job_runs')
  }
}
