import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import type { Actor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'
import { TenantModel } from '#kernel/tenancy/tenant_model'

export type BulkState = 'draft' | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone'

/** Why a work failed: an i18n key and what fills it. */
export interface BulkError {
  key: string
  params?: Record<string, string | number>
}

type Counts = Record<string, number>

const STUCK_AFTER = 2

const steps: Record<BulkState, readonly BulkState[]> = {
  draft: ['waiting'],
  waiting: ['running', 'failed', 'cancelled'],
  running: ['done', 'failed', 'cancelled'],
  done: ['undone'],
  failed: ['waiting', 'undone'],
  cancelled: ['undone'],
  undone: [],
}

/** Long work over many rows that a person watches: an import, an export, a bulk act. */
export default class BulkWork extends TenantModel {
  @column({ isPrimary: true })
  declare id: string

  /** `<module>.<noun>`, for example `contacts.import`. */
  @column()
  declare kind: string

  @column()
  declare state: BulkState

  /** The work that this one rehearses or undoes. */
  @column()
  declare parentId: string | null

  @column()
  declare fileId: string | null

  @column()
  declare answerFileId: string | null

  /** What the feature remembers about it. */
  @column({ prepare: (facts: unknown) => JSON.stringify(facts) })
  declare facts: Record<string, unknown>

  @column()
  declare rowsTotal: number | null

  /** Where the work stands: it goes on from here after a crash. */
  @column()
  declare rowsDone: number

  @column({ prepare: (counts: unknown) => JSON.stringify(counts) })
  declare counts: Counts

  @column({ prepare: (error: unknown) => (error ? JSON.stringify(error) : null) })
  declare error: BulkError | null

  @column()
  declare ownerId: string | null

  @column.dateTime()
  declare startedAt: DateTime | null

  @column.dateTime()
  declare endedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /** Works have no team: one's own, or with the reach `all` everybody's. */
  static reachableBy(actor: Actor, permission: string) {
    const reach = actor.reachOf(permission)
    if (reach === 'all') return this.query()
    return reach === null
      ? this.query().whereRaw('false')
      : this.query().where('owner_id', actor.id)
  }

  get isDraft(): boolean {
    return this.state === 'draft'
  }

  /** Somebody is at it, or will be. */
  get isUnderWay(): boolean {
    return this.state === 'waiting' || this.state === 'running'
  }

  get isOver(): boolean {
    return !this.isDraft && !this.isUnderWay
  }

  /** Under way, but nothing has moved for longer than a step takes. */
  get isStuck(): boolean {
    return this.isUnderWay && this.updatedAt < DateTime.utc().minus({ minutes: STUCK_AFTER })
  }

  may(state: BulkState): boolean {
    return steps[this.state].includes(state)
  }

  /** Takes the step in the database, so that of two who try at once only one does. */
  async moveTo(state: BulkState): Promise<boolean> {
    const from = Object.keys(steps).filter((one) => steps[one as BulkState].includes(state))
    const { rowCount } = await unitSql(
      'update bulk_works set state = ?, updated_at = now() where id = ? and state = any(?)',
      [state, this.id, from]
    )
    const isTaken = rowCount === 1
    if (isTaken) await this.refresh()
    return isTaken
  }

  count(what: string, times = 1): void {
    this.counts = { ...this.counts, [what]: (this.counts[what] ?? 0) + times }
  }
}
