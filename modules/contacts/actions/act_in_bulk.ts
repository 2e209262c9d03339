import { type Result, done } from '#kernel/result/result'
import type { BulkDeed } from '../bulk/bulk_deed.ts'
import { archiveContacts } from './archive_contacts.ts'
import { assignContacts } from './assign_contacts.ts'
import { deleteContacts, restoreContacts } from './delete_contacts.ts'
import { tagContacts } from './tag_contacts.ts'

/** Does one thing to these contacts, in a few statements however many they are. */
export async function actInBulk(
  ids: string[],
  { act, ownerId, tags, batch }: BulkDeed
): Promise<Result<unknown, 'not_assignable'>> {
  if (act === 'assign') return assignContacts(ids, ownerId ?? '')
  if (act === 'delete') await deleteContacts(ids, batch)
  else if (act === 'restore') await restoreContacts(ids)
  else if (act === 'archive' || act === 'unarchive') await archiveContacts(ids, statusAfter[act])
  else await tagContacts(ids, [tags ?? ''], act)
  return done(undefined)
}

const statusAfter = { archive: 'archived', unarchive: 'active' } as const
