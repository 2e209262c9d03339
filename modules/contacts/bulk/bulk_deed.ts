import type { BulkDeed as Deed } from '#app/bulk_acts'

/** What can be done to many contacts at once, and what each act asks for. */
export const permissions = {
  assign: 'contacts.assign',
  tag: 'contacts.update',
  untag: 'contacts.update',
  archive: 'contacts.update',
  unarchive: 'contacts.update',
  delete: 'contacts.delete',
  restore: 'contacts.delete',
} as const

export type BulkAct = keyof typeof permissions

export interface BulkDeed extends Deed {
  act: BulkAct
}
