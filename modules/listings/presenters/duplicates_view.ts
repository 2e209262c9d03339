import type { HttpContext } from '@adonisjs/core/http'
import { presentProgress } from '#app/bulk_works'
import { duplicateSearch } from '../bulk/duplicate_search.ts'
import { type LikelyPair, type PairSide, likelyPairs } from '../queries/likely_pairs.ts'
import { writtenArea, writtenPrice } from './written.ts'

/** The page of likely pairs, and how far the search has come. */
export async function duplicatesView(ctx: HttpContext) {
  const page = await likelyPairs(ctx.staff.actor, ctx.request.qs().after)
  const search = await duplicateSearch.latest()
  const isRunning = search !== null && search.isUnderWay && !search.isStuck
  return {
    pairs: page.pairs.map((pair) => pairView(ctx, pair)),
    total: page.total,
    next: page.next,
    isSearched: search !== null,
    progress: isRunning ? presentProgress(ctx.i18n, search) : null,
  }
}

/** A pair side by side: why they may be the same, and the way to one. */
function pairView(ctx: HttpContext, { id, reasons, first, second }: LikelyPair) {
  return {
    id,
    reasons,
    sides: [first, second].map((side) => sideView(ctx, side)),
    merge: `/app/listings/${first.id}/merges/create?with=${second.id}`,
    dismissal: `/app/listings/duplicates/${id}/dismissal`,
  }
}

/** What of a listing tells whether it is the same. */
export function sideView(ctx: HttpContext, side: PairSide) {
  const { i18n } = ctx
  const facts = [
    i18n.t(`listings.statuses.${side.status}`),
    writtenPrice(ctx, side),
    i18n.t(`listings.types.${side.type}`),
    side.beds === null ? null : i18n.t('listings.short.beds', { count: side.beds }),
    writtenArea(ctx, side.size, side.sizeUnit),
  ]
  return {
    id: side.id,
    title: side.title,
    url: `/app/listings/${side.id}`,
    where: [side.reference, side.line, side.town].filter(Boolean).join(' · '),
    facts: facts.filter(Boolean).join(' · '),
  }
}
