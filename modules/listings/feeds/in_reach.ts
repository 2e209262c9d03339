import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import ListingFeed from '../models/listing_feed.ts'
import FeedPolicy from '../policies/feed_policy.ts'
import { worksOf } from './feed_works.ts'

/** The feed that the address names, for one who may import for the whole agency. */
export async function feedInReach(ctx: HttpContext): Promise<ListingFeed> {
  await ctx.bouncer.with(FeedPolicy).authorize('manage')
  const id = ctx.params.feed_id ?? ctx.params.id
  const feed = isUuid(id) ? await ListingFeed.find(id) : null
  if (!feed) throw new NotHere()
  return feed
}

/** The run of this feed that the address names. */
export async function runOf(feed: ListingFeed, { params }: HttpContext): Promise<BulkWork> {
  const query = worksOf(feed, ['sync', 'application'])
  const id = params.run_id ?? params.id
  const run = isUuid(id) ? await query.where('id', id).first() : null
  if (!run) throw new NotHere()
  return run
}
