import { Member } from '#app/members'
import type { BulkDeed } from './bulk_deed.ts'

/** What was done, in words, with the way back where there is one. */
export async function noticeOf({ act, ownerId, tags, batch }: BulkDeed, count: number) {
  if (act === 'delete') {
    const undo = `/app/leads/restorations?batch=${batch}`
    return { key: 'leads.bulk.deleted', facts: { count }, undo }
  }
  if (act === 'assign') {
    const owner = await Member.find(ownerId)
    return { key: 'leads.bulk.assigned', facts: { count, name: owner?.name ?? '' } }
  }
  return { key: `leads.bulk.done.${act}`, facts: { count, tag: tags ?? '' } }
}
