import { AsyncLocalStorage } from 'node:async_hooks'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import config from '#config/tenancy'
import { type Actor, systemActor } from './actor.ts'
import { wearConnection } from './connections.ts'
import { type UnitLimits, beginningWith, openingOf } from './opening.ts'
import type { TenantSnapshot } from './tenant.ts'
import { Unit } from './unit.ts'

export interface UnitOptions {
  actor?: Actor
  /** The database itself refuses writes; for GET and HEAD. */
  readOnly?: boolean
  causationId?: string | null
  /** Milliseconds after which the database cancels a statement. */
  statementTimeout?: number
}

const storage = new AsyncLocalStorage<Unit>()

/** Thrown inside to roll back a unit whose answer is a refusal; never leaves `run`. */
class Refusal extends Error {}

export const tenancy = {
  /**
   * Runs `work` in one transaction that sees only `tenant`'s schema, under its role.
   * Commits when `work` resolves; rolls back, and rethrows, when it throws; rolls back and
   * resolves when the unit was refused.
   * A nested call for the same tenant joins the open unit; for another it throws E_FOREIGN_UNIT.
   */
  async run<T>(
    tenant: TenantSnapshot,
    work: () => Promise<T>,
    options: UnitOptions = {}
  ): Promise<T> {
    const open = storage.getStore()
    if (open) return join(open, tenant, work)

    let answer: T | undefined
    try {
      const pool = db.connection('tenant')
      await pool.transaction(
        async (trx) => {
          const opened = await openUnit(trx, tenant, options)
          answer = await storage.run(opened, work)
          if (opened.isRefused) throw new Refusal()
          await opened.seal()
        },
        beginningWith(pool, openingOf(tenant, limitsOf(options)))
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
    return answer as T
  },

  /** Runs `work` outside any unit, for code that must not inherit the caller's. */
  leave<T>(work: () => T): T {
    return storage.exit(work)
  },

  get isOpen(): boolean {
    return storage.getStore() !== undefined
  },
}

/** The open unit of work; throws E_NO_UNIT where none is open. */
export function unit(): Unit {
  const open = storage.getStore()
  if (!open) throw new Error('E_NO_UNIT: no unit of work is open here')
  return open
}

export function currentActor(): Actor {
  return unit().actor
}

function join<T>(open: Unit, tenant: TenantSnapshot, work: () => Promise<T>): Promise<T> {
  if (open.tenant.id !== tenant.id)
    throw new Error('E_FOREIGN_UNIT: a unit of another agency is open')
  return work()
}

async function openUnit(
  trx: TransactionClientContract,
  tenant: TenantSnapshot,
  options: UnitOptions
): Promise<Unit> {
  wearConnection(await trx.knexClient.client.acquireConnection(), tenant.id)
  return new Unit({
    tenant,
    trx,
    readOnly: limitsOf(options).readOnly,
    actor: options.actor ?? systemActor,
    causationId: options.causationId ?? null,
  })
}

function limitsOf({ readOnly = false, statementTimeout }: UnitOptions): UnitLimits {
  return { readOnly, statementTimeout: statementTimeout ?? config.statementTimeout }
}
