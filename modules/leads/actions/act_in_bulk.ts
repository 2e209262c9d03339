import { type Result, done } from '#kernel/result/result'
import type { BulkDeed } from '../bulk/bulk_deed.ts'
import { AssignLead } from './assign_lead.ts'
import { deleteLeads, restoreLeads } from './delete_leads.ts'
import { loseLeads } from './lose_leads.ts'
import { tagLeads } from './tag_leads.ts'

/** Does one thing to these leads, in a few statements however many they are. */
export async function actInBulk(
  ids: string[],
  { act, ownerId, tags, lostReason, batch }: BulkDeed
): Promise<Result<unknown, 'not_assignable'>> {
  if (act === 'assign') return new AssignLead().handle(ids, ownerId ?? null)
  if (act === 'delete') await deleteLeads(ids, batch)
  else if (act === 'restore') await restoreLeads(ids)
  else if (act === 'lose') await loseLeads(ids, lostReason ?? 'other')
  else await tagLeads(ids, [tags ?? ''], act)
  return done(undefined)
}
