import type { HttpContext } from '@adonisjs/core/http'
import { presentProgress } from '#app/bulk_works'
import { initialsOf } from '#app/members'
import { duplicateSearch } from '../bulk/duplicate_search.ts'
import { type LikelyPair, type PairSide, likelyPairs } from '../queries/likely_pairs.ts'
import { phoneInWords } from './ways.ts'

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
export function pairView(ctx: HttpContext, { id, score, reasons, first, second }: LikelyPair) {
  return {
    id,
    score: score / 100,
    reasons,
    sides: [first, second].map((side) => sideView(ctx, side)),
    merge: `/app/contacts/${first.id}/merges/create?with=${second.id}`,
    dismissal: `/app/contacts/duplicates/${id}/dismissal`,
  }
}

function sideView(ctx: HttpContext, { id, name, ...side }: PairSide) {
  const phone = side.phone && phoneInWords(ctx, side.phone)
  const company = side.company === name ? null : side.company
  return {
    name,
    initials: initialsOf(name),
    url: `/app/contacts/${id}`,
    detail: [phone, side.email, company, side.city].filter(Boolean).join(' · '),
  }
}
