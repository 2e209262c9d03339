import type { HttpContext } from '@adonisjs/core/http'
import { type BulkWork, presentProgress } from '#app/bulk_works'
import { staffForMenus } from '#app/members'
import { momentOf } from '#app/records'
import ListingFeed, { feedAuths, feedManners } from '../models/listing_feed.ts'
import { assignable } from '../queries/colleagues.ts'
import { worksOf } from './feed_works.ts'
import { countWaiting } from './present_changes.ts'
import { presentRun } from './present_run.ts'

const RUNS = 25
export const FEEDS_HOME = '/app/settings/listing-feeds'

/** The feeds of the agency, each with when it was last heard. */
export async function presentFeeds(ctx: HttpContext) {
  const feeds = await ListingFeed.query().orderByRaw('lower(name)')
  return {
    feeds: feeds.map((feed) => ({
      name: feed.name,
      isOn: feed.isOn,
      href: `${FEEDS_HOME}/${feed.id}`,
      heard: feed.syncedAt && momentOf(feed.syncedAt, ctx.tenant!),
    })),
  }
}

/** A feed with how it was tried, what is under way and what it has brought. */
export async function presentFeed(ctx: HttpContext, feed: ListingFeed) {
  const trial = await worksOf(feed, ['trial']).first()
  const runs = await worksOf(feed, ['sync', 'application'])
    .whereRaw(`(counts <> '{}' or state <> 'done')`)
    .limit(RUNS)
  const current = runs.find(({ isUnderWay }) => isUnderWay) ?? null
  return {
    feed,
    address: `${FEEDS_HOME}/${feed.id}`,
    waiting: await countWaiting(feed),
    heard: feed.syncedAt && momentOf(feed.syncedAt, ctx.tenant!),
    trial: trial && presentTrial(ctx, trial),
    current: current && presentRun(ctx, current),
    progress: current && presentProgress(ctx.i18n, current),
    runs: runs.filter((run) => run !== current).map((run) => presentRun(ctx, run)),
    isMoving: Boolean(current ?? trial?.isUnderWay),
  }
}

function presentTrial({ i18n, tenant }: HttpContext, trial: BulkWork) {
  const { found } = trial.facts as { found?: { count: number | null; isEmpty: boolean } }
  const { error } = trial
  return {
    isUnderWay: trial.isUnderWay,
    at: momentOf(trial.updatedAt, tenant!),
    failure: error && i18n.t(error.key, error.params),
    found: found
      ? i18n.t(`listings.feeds.trial.${manner(found)}`, { count: found.count ?? 0 })
      : null,
  }
}

function manner({ count, isEmpty }: { count: number | null; isEmpty: boolean }): string {
  if (isEmpty) return 'empty'
  return count === null ? 'works' : 'works_with'
}

/** The form for a new feed, or for changing this one; its secret is never among what is shown. */
export async function presentFeedForm(ctx: HttpContext, feed: ListingFeed | null) {
  const { colleagues } = await staffForMenus()
  return {
    feed,
    action: feed ? `${FEEDS_HOME}/${feed.id}` : FEEDS_HOME,
    back: feed ? `${FEEDS_HOME}/${feed.id}` : FEEDS_HOME,
    agents: assignable(ctx.staff.actor, colleagues),
    auths: feedAuths,
    manners: feedManners,
  }
}
