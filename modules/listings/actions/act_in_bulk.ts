import { type Result, done } from '#kernel/result/result'
import type { BulkAct, BulkDeed } from '../bulk/bulk_deed.ts'
import { assignListings } from './assign_listings.ts'
import { confirmListings } from './confirm_listings.ts'
import { deleteListings, restoreListings } from './delete_listings.ts'
import { keepStatuses } from './keep_fields.ts'
import { type Step, stepListings } from './step_listings.ts'
import { tagListings } from './tag_listings.ts'

type Deed = (ids: string[], deed: BulkDeed) => Promise<unknown>

const deeds: Record<Exclude<BulkAct, 'assign'>, Deed> = {
  tag: (ids, { tags }) => tagListings(ids, [tags ?? ''], 'tag'),
  untag: (ids, { tags }) => tagListings(ids, [tags ?? ''], 'untag'),
  confirm: (ids) => confirmListings(ids),
  pause: (ids) => stepByHand(ids, { from: 'active', to: 'paused' }),
  resume: (ids) => stepByHand(ids, { from: 'paused', to: 'active' }),
  withdraw: (ids) => stepByHand(ids, { to: 'withdrawn' }),
  delete: (ids, { batch }) => deleteListings(ids, batch),
  restore: (ids) => restoreListings(ids),
}

async function stepByHand(ids: string[], step: Step): Promise<void> {
  await keepStatuses(await stepListings(ids, step))
}

/** Does one thing to these listings, in a few statements however many they are. */
export async function actInBulk(
  ids: string[],
  deed: BulkDeed
): Promise<Result<unknown, 'not_assignable'>> {
  if (deed.act === 'assign') return assignListings(ids, deed.ownerId ?? '')
  return done(await deeds[deed.act](ids, deed))
}
