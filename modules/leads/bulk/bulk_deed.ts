import type { BulkDeed as Deed } from '#app/bulk_acts'
import type { LostReason } from '../lead_words.ts'

/** What can be done to many leads at once, and what each act asks for. */
export const permissions = {
  assign: 'leads.assign',
  tag: 'leads.update',
  untag: 'leads.update',
  lose: 'leads.update',
  delete: 'leads.delete',
  restore: 'leads.delete',
} as const

export type BulkAct = keyof typeof permissions

export interface BulkDeed extends Deed {
  act: BulkAct
  lostReason?: LostReason | null
}
