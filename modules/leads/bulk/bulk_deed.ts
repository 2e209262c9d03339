import type { LostReason } from '../lead_words.ts'

/** What can be done to many leads at once. */
export const bulkActs = ['assign', 'tag', 'untag', 'lose', 'delete', 'restore'] as const

type BulkAct = (typeof bulkActs)[number]

export interface BulkDeed {
  act: BulkAct
  ownerId?: string | null
  tags?: string | null
  lostReason?: LostReason | null
  /** The instant that names everything deleted by this deed, so that all of it can be taken back. */
  batch?: string
}

/** Which leads a deed is about: those that were chosen, or all that the list's address matches. */
export interface BulkChoice {
  ids?: string[] | null
  all?: boolean | null
  query?: string | null
}

/** What each act asks for; it also says how far the act reaches. */
export const permissionOf: Record<BulkAct, string> = {
  assign: 'leads.assign',
  tag: 'leads.update',
  untag: 'leads.update',
  lose: 'leads.update',
  delete: 'leads.delete',
  restore: 'leads.delete',
}

/** Up to so many are done at once, while the person waits. */
export const AT_ONCE = 500
