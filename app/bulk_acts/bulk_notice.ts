import { Member } from '#app/members'
import type { BulkDeed, BulkDesk } from './bulk_desk.ts'

/** What was done, in words, with the way back where there is one. */
export async function noticeOf(
  { module }: BulkDesk,
  { act, ownerId, tags, batch }: BulkDeed,
  count: number
) {
  if (act === 'delete') {
    const undo = undoOf(module, batch)
    return { key: `${module}.bulk.deleted`, facts: { count }, undo }
  }
  if (act === 'assign') {
    const owner = await Member.find(ownerId)
    return { key: `${module}.bulk.assigned`, facts: { count, name: owner?.name ?? '' } }
  }
  return { key: `${module}.bulk.done.${act}`, facts: { count, tag: tags ?? '' } }
}

/** Where everything that a deed deleted is taken back in one go. */
export function undoOf(module: string, batch: string | undefined): string {
  return `/app/${module}/restorations?batch=${batch}`
}
