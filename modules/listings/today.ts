import { dayMoment } from '#app/records'
import { daysBetween, today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import {
  type TodayContext,
  type TodayItem,
  type TodayProvider,
  todayRank,
} from '#kernel/today/today_provider'
import { type DueListing, dueListings } from './queries/due_listings.ts'

/** Authorities about to end, listings to confirm, and drafts that wait for a look. */
export default {
  permission: 'listings.view',

  async items(ctx, limit) {
    const found = await dueListings(ctx.staff.actor, limit)
    return found.map((listing) => itemOf(ctx, listing))
  },
} satisfies TodayProvider

function itemOf(ctx: TodayContext, listing: DueListing): TodayItem {
  const { id, reason, due_on: dueOn, owner_id: ownerId } = listing
  const { timeZone } = ctx.tenant as TenantSnapshot
  const late = dueOn ? daysBetween(dueOn, today(timeZone)) : 0
  const url = `/app/listings/${id}`
  return {
    key: `listing-${id}`,
    subject: listing.title,
    url: reason === 'authority' ? `${url}/edit` : url,
    title: ctx.i18n.t(`listings.due.do.${reason}`),
    reason: whyOf(ctx, listing),
    isLate: late > 0,
    rank: bandOf(late, ownerId === null || ownerId === ctx.staff.actor.id || reason === 'review'),
    done: reason === 'stale' ? `${url}/confirmation` : undefined,
  }
}

function bandOf(late: number, isOwn: boolean): number {
  if (!isOwn) return todayRank.others
  if (late < 0) return todayRank.soon + Math.max(0, 99 + late)
  return late > 0 ? todayRank.late + Math.min(late, 99) : todayRank.due
}

function whyOf({ i18n, staff, tenant }: TodayContext, listing: DueListing): string {
  const { due_on: dueOn, reason } = listing
  const day = dueOn ? dayMoment(dueOn, tenant as TenantSnapshot).said : ''
  const agent = listing.owner_id === staff.actor.id ? null : listing.agent_name
  return [i18n.t(`listings.due.${reason}`, { day }), agent].filter(Boolean).join(' · ')
}
