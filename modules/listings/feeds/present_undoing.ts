import type { HttpContext } from '@adonisjs/core/http'
import { type BulkWork, presentProgress } from '#app/bulk_works'
import { isTooLate, latestUndoing } from '#app/imports'
import { keptListings } from '../imports/listing_lists.ts'
import type ListingFeed from '../models/listing_feed.ts'
import { lastApplied } from './feed_works.ts'

/** Whether a run of a feed can be taken back, and what came of that. */
export async function presentUndoing({ i18n }: HttpContext, feed: ListingFeed, run: BulkWork) {
  const undoing = await latestUndoing(run)
  const progress = undoing?.isUnderWay ? presentProgress(i18n, undoing) : null
  return {
    progress,
    mayBeUndone: !progress && (await mayBeUndone(feed, run)),
    ...(await presentEnd(i18n, run, undoing)),
  }
}

async function presentEnd(i18n: HttpContext['i18n'], run: BulkWork, undoing: BulkWork | null) {
  if (!undoing) return { trouble: null, undone: null, kept: [] }
  const { error, counts } = undoing
  const isUndone = run.state === 'undone'
  return {
    trouble: error && i18n.t(error.key, error.params),
    undone: isUndone ? counts : null,
    kept: isUndone ? await keptListings(run.id) : [],
  }
}

async function mayBeUndone(feed: ListingFeed, run: BulkWork): Promise<boolean> {
  if (!run.may('undone') || isTooLate(run)) return false
  const last = await lastApplied(feed)
  return last?.id === run.id
}
