import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Actor } from './actor.ts'
import type { TenantSnapshot } from './tenant.ts'

/** A fact that an agency tells the rest of the house. Past tense, ids only; see docs/writing_a_module.md. */
export interface DomainEvent {
  readonly name: string
  readonly version: number
  readonly payload: Record<string, unknown>
}

export interface AuditFact {
  action: string
  subjectType: string
  subjectId: string | null
  facts?: Record<string, unknown>
}

/**
 * One transaction in one agency's schema, under its role. What it tells and audits is written
 * in the same transaction, in one statement just before commit: a rollback leaves none.
 */
export class Unit {
  readonly tenant: TenantSnapshot
  readonly trx: TransactionClientContract
  readonly readOnly: boolean
  actor: Actor
  /** The event whose listener opened this unit, so that chains of causes can be followed. */
  readonly causationId: string | null

  #events: DomainEvent[] = []
  #audits: AuditFact[] = []
  #notices: { channel: string; text: string }[] = []
  #refused = false

  constructor(facts: Pick<Unit, 'tenant' | 'trx' | 'readOnly' | 'actor' | 'causationId'>) {
    this.tenant = facts.tenant
    this.trx = facts.trx
    this.readOnly = facts.readOnly
    this.actor = facts.actor
    this.causationId = facts.causationId
  }

  /** Heard by workers after commit, at least once. */
  tell(event: DomainEvent): void {
    this.#events.push(event)
  }

  audit(fact: AuditFact): void {
    this.#audits.push(fact)
  }

  /** Wakes the other processes after commit, for example to drop what they cached. */
  notify(channel: string, text: string): void {
    this.#notices.push({ channel, text })
  }

  /** The answer is a refusal: roll back when the unit ends. */
  refuse(): void {
    this.#refused = true
  }

  /** The work was taken back to a savepoint: nothing was told, and the refusal does not stand. */
  startOver(): void {
    this.#events = []
    this.#audits = []
    this.#notices = []
    this.#refused = false
  }

  get isRefused(): boolean {
    return this.#refused
  }

  /** Writes what was told, audited and announced. Top-level statements: they must not hide in triggers. */
  async seal(): Promise<void> {
    if (this.#audits.length > 0) {
      await this.trx.rawQuery('select gate.append_audit(?::jsonb)', [
        JSON.stringify(this.#audits.map((fact) => this.#signed(fact))),
      ])
    }
    if (this.#events.length > 0) {
      await this.trx.rawQuery('select gate.publish_events(?::jsonb)', [
        JSON.stringify(this.#events.map((event) => this.#signed(event))),
      ])
      this.notify('freehold_outbox', '')
    }
    for (const notice of this.#notices) {
      await this.trx.rawQuery('select pg_notify(?, ?)', [notice.channel, notice.text])
    }
  }

  #signed<Fact extends object>(fact: Fact) {
    return {
      ...fact,
      actorId: this.actor.id,
      actorKind: this.actor.kind,
      causationId: this.causationId,
    }
  }
}
