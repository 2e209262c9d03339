import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { unit } from './tenancy.ts'

export interface SqlAnswer<Row> {
  rows: Row[]
  rowCount: number
}

/** One value for each `?`; dates, numbers, texts, arrays and null as PostgreSQL takes them. */
export type SqlValues = readonly unknown[]

/** A statement on schema `core`, or inside the given `core` transaction. */
export function coreSql<Row>(
  sql: string,
  values: SqlValues = [],
  client?: QueryClientContract
): Promise<SqlAnswer<Row>> {
  return ask(client ?? db.connection('core'), sql, values)
}

/** A statement of the open unit of work: it sees the agency's tables and no others. */
export function unitSql<Row>(sql: string, values: SqlValues = []): Promise<SqlAnswer<Row>> {
  return ask(unit().trx, sql, values)
}

/** Work in one transaction on schema `core`. Never open a unit of work inside. */
export function coreTransaction<T>(work: (client: QueryClientContract) => Promise<T>): Promise<T> {
  return db.connection('core').transaction(work)
}

/** Wakes every process that listens on `channel`. */
export async function announce(
  channel: string,
  text: string,
  client?: QueryClientContract
): Promise<void> {
  await coreSql('select pg_notify(?, ?)', [channel, text], client)
}

function ask<Row>(
  client: QueryClientContract,
  sql: string,
  values: SqlValues
): Promise<SqlAnswer<Row>> {
  return client.rawQuery<SqlAnswer<Row>>(sql, values as never)
}
