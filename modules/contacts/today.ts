import { dayMoment } from '#app/records'
import { daysBetween, today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import {
  type TodayContext,
  type TodayItem,
  type TodayProvider,
  todayRank,
} from '#kernel/today/today_provider'
import { followUpView } from './presenters/follow_up_view.ts'
import { type FollowUp, followUps } from './queries/follow_ups.ts'

/** Next actions with contacts that are due: own ones first, the latest before the others. */
export default {
  permission: 'contacts.view',

  async items(ctx, limit) {
    const found = await followUps(ctx.staff.actor, { mine: false, ahead: 0, limit })
    return found.map((followUp) => itemOf(ctx, followUp))
  },
} satisfies TodayProvider

function itemOf(ctx: TodayContext, followUp: FollowUp): TodayItem {
  const view = followUpView(ctx, followUp)
  const day = dayMoment(followUp.next_action_on, ctx.tenant as TenantSnapshot)
  return {
    key: `follow-up-${view.id}`,
    subject: view.name,
    initials: view.initials,
    url: view.url,
    title: view.why,
    reason: view.owner
      ? ctx.i18n.t('contacts.follow_ups.due_of', { day: day.said, name: view.owner })
      : ctx.i18n.t('contacts.follow_ups.due', { day: day.said }),
    isLate: view.isLate,
    details: view.details,
    rank: rankOf(ctx, followUp),
    ways: view.ways,
    done: view.done,
    later: view.later,
  }
}

function rankOf({ staff, tenant }: TodayContext, followUp: FollowUp): number {
  const late = daysBetween(followUp.next_action_on, today(tenant!.timeZone))
  const more = Math.min(late, 99)
  if (followUp.owner_id !== staff.actor.id) return todayRank.others + more
  return late > 0 ? todayRank.late + more : todayRank.due
}
