import pg from 'pg'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { TenantSnapshot } from './tenant.ts'
import { schemaName } from './names.ts'

export interface UnitLimits {
  readOnly: boolean
  /** Milliseconds. */
  statementTimeout: number
}

/**
 * Begins a transaction and enters an agency in one message. Everything is local to the
 * transaction, and the role comes last: after it the session may do no more than the agency may.
 */
export function openingOf(tenant: TenantSnapshot, limits: UnitLimits): string {
  return [
    limits.readOnly ? 'begin read only' : 'begin',
    `set local statement_timeout = ${Math.trunc(limits.statementTimeout)}`,
    `set local search_path = ${pg.escapeIdentifier(schemaName(tenant.id))}, ext`,
    `set local role ${pg.escapeIdentifier(tenant.role)}`,
  ].join('; ')
}

interface Transaction {
  trxClient: { query(connection: object, sql: string): Promise<unknown> }
  begin(connection: object): Promise<unknown>
}

type Create = (
  container: unknown,
  options: { opening?: string } | undefined,
  outer: unknown
) => Transaction

interface Transactor {
  transaction: Create
}

const taught = new WeakSet<object>()

/** Options of a transaction of `client` that begins with `opening` instead of a bare BEGIN. */
export function beginningWith(
  client: QueryClientContract,
  opening: string
): { opening: string; isolationLevel?: undefined } {
  const { client: transactor } = client.getWriteClient() as unknown as { client: Transactor }
  if (!taught.has(transactor)) teach(transactor)
  taught.add(transactor)
  return { opening }
}

/** Knex sends BEGIN by itself and knows no other way. */
function teach(transactor: Transactor): void {
  const create = transactor.transaction.bind(transactor)
  transactor.transaction = (container, options, outer) => {
    const transaction = create(container, options, outer)
    const opening = options?.opening
    if (opening && !outer)
      transaction.begin = (connection) => begin(transaction, connection, opening)
    return transaction
  }
}

/** Whatever fails, the connection goes back without an open transaction. */
async function begin({ trxClient }: Transaction, connection: object, opening: string) {
  try {
    await trxClient.query(connection, opening)
  } catch (error) {
    await trxClient.query(connection, 'rollback').catch(() => {})
    throw error
  }
}
