/** What can be done to many listings at once. */
export const bulkActs = [
  'assign',
  'tag',
  'untag',
  'confirm',
  'pause',
  'resume',
  'withdraw',
  'delete',
  'restore',
] as const

export type BulkAct = (typeof bulkActs)[number]

export interface BulkDeed {
  act: BulkAct
  ownerId?: string | null
  tags?: string | null
  /** The instant that names everything deleted by this deed, so that all of it can be taken back. */
  batch?: string
}

/** Which listings a deed is about: those that were chosen, or all that the list's address matches. */
export interface BulkChoice {
  ids?: string[] | null
  all?: boolean | null
  query?: string | null
}

/** What each act asks for; it also says how far the act reaches. */
export const permissionOf: Record<BulkAct, string> = {
  assign: 'listings.assign',
  tag: 'listings.update',
  untag: 'listings.update',
  confirm: 'listings.update',
  pause: 'listings.update',
  resume: 'listings.update',
  withdraw: 'listings.update',
  delete: 'listings.delete',
  restore: 'listings.delete',
}

/** Up to so many are done at once, while the person waits. */
export const AT_ONCE = 500
