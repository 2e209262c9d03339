/** What can be done to many contacts at once. */
export const bulkActs = [
  'assign',
  'tag',
  'untag',
  'archive',
  'unarchive',
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

/** Which contacts a deed is about: those that were chosen, or all that the list's address matches. */
export interface BulkChoice {
  ids?: string[] | null
  all?: boolean | null
  query?: string | null
}

/** What each act asks for; it also says how far the act reaches. */
export const permissionOf: Record<BulkAct, string> = {
  assign: 'contacts.assign',
  tag: 'contacts.update',
  untag: 'contacts.update',
  archive: 'contacts.update',
  unarchive: 'contacts.update',
  delete: 'contacts.delete',
  restore: 'contacts.delete',
}

/** Up to so many are done at once, while the person waits. */
export const AT_ONCE = 500
