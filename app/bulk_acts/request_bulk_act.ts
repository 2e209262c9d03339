import { type BulkWork, beginBulkWork } from '#app/bulk_works'
import type { BulkOrder } from './bulk_desk.ts'

/** Has the workers do one thing to very many records of a module. */
export function requestBulkAct(module: string, order: BulkOrder, rows: number): Promise<BulkWork> {
  return beginBulkWork(`${module}.bulk_act`, { facts: order, rows })
}
