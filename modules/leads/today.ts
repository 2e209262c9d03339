import { initialsOf } from '#app/members'
import { dayMoment } from '#app/records'
import { DateTime } from 'luxon'
import { marketPack } from '#kernel/markets/packs'
import { daysBetween, relativeTime, today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import {
  type TodayContext,
  type TodayItem,
  type TodayProvider,
  todayRank,
} from '#kernel/today/today_provider'
import { asSeenBy } from './details/seeing.ts'
import { settlingOf } from './presenters/settling.ts'
import { waysTo } from './presenters/ways.ts'
import {
  FRESH_HOURS,
  type LeadFollowUp,
  type WaitingLead,
  leadFollowUps,
  unansweredLeads,
} from './queries/waiting_leads.ts'

/** New leads that nobody has answered, and what was promised to the others. */
export default {
  permission: 'leads.view',

  async items(ctx, limit) {
    const { actor } = ctx.staff
    const waiting = await asSeenBy(actor, await unansweredLeads(actor, { mine: false, limit }))
    const promised = await leadFollowUps(actor, { mine: false, ahead: 0, limit })
    const due = await asSeenBy(actor, promised)
    return [
      ...waiting.map((lead) => unansweredItem(ctx, lead)),
      ...due.map((lead) => dueItem(ctx, lead)),
    ]
  },
} satisfies TodayProvider

function itemOf(ctx: TodayContext, lead: WaitingLead) {
  return {
    subject: lead.name,
    initials: initialsOf(lead.name),
    url: `/app/leads/${lead.id}`,
    details: lead.message,
    ways: waysTo(ctx, lead),
    ...settlingOf(ctx, lead),
  }
}

/** Most are won by whoever answers first: those of the last day press more the newer they are. */
function unansweredItem(ctx: TodayContext, lead: WaitingLead): TodayItem {
  const hours = Math.floor((Date.now() - lead.created_at.getTime()) / 3_600_000)
  const { locale } = marketPack(ctx.tenant!.market)
  const age = relativeTime(DateTime.fromJSDate(lead.created_at), locale)
  const isOthers = lead.owner_id !== null && lead.owner_id !== ctx.staff.actor.id
  return {
    ...itemOf(ctx, lead),
    key: `lead-${lead.id}`,
    title: ctx.i18n.t('leads.today.answer', { source: sourceOf(ctx, lead) }),
    reason: reasonOf(ctx, lead, { key: 'came', day: age }),
    isLate: hours >= 1,
    rank:
      (isOthers ? todayRank.others : todayRank.waiting) + (hours < FRESH_HOURS ? 99 - hours : 0),
  }
}

function dueItem(ctx: TodayContext, lead: LeadFollowUp): TodayItem {
  const tenant = ctx.tenant as TenantSnapshot
  const late = daysBetween(lead.next_action_on, today(tenant.timeZone))
  return {
    ...itemOf(ctx, lead),
    key: `lead-entry-${lead.entry_id}`,
    title: lead.next_action,
    reason: reasonOf(ctx, lead, { key: 'due', day: dayMoment(lead.next_action_on, tenant).said }),
    isLate: late > 0,
    rank: dueBand(ctx, lead, late) + Math.min(late, 99),
  }
}

function dueBand({ staff }: TodayContext, lead: WaitingLead, late: number): number {
  if (lead.owner_id !== staff.actor.id) return todayRank.others
  return late > 0 ? todayRank.late : todayRank.due
}

function reasonOf(
  { i18n, staff }: TodayContext,
  { owner_id: ownerId, owner_name: owner }: WaitingLead,
  { key, day }: { key: 'came' | 'due'; day: string }
): string {
  const name = ownerId === staff.actor.id ? 'mine' : (owner ?? 'nobody')
  return i18n.t(`leads.today.${key}`, { day, name })
}

function sourceOf({ i18n }: TodayContext, { source }: WaitingLead): string {
  return i18n.t(`leads.sources.${source}`, {}, source)
}
