import type { BulkDeed as Deed } from '#app/bulk_acts'

/** What can be done to many listings at once, and what each act asks for. */
export const permissions = {
  assign: 'listings.assign',
  tag: 'listings.update',
  untag: 'listings.update',
  confirm: 'listings.update',
  pause: 'listings.update',
  resume: 'listings.update',
  withdraw: 'listings.update',
  delete: 'listings.delete',
  restore: 'listings.delete',
} as const

export type BulkAct = keyof typeof permissions

export interface BulkDeed extends Deed {
  act: BulkAct
}
