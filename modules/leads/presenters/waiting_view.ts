import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { initialsOf } from '#app/members'
import { dayMoment, momentOf } from '#app/records'
import { today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { asSeenBy } from '../details/seeing.ts'
import {
  type LeadFollowUp,
  type WaitingLead,
  leadFollowUps,
  unansweredLeads,
} from '../queries/waiting_leads.ts'
import { sourceText } from './list_columns.ts'
import { priorityBadge } from './priority_view.ts'
import { settlingOf } from './settling.ts'
import { waysTo } from './ways.ts'

const MOST = 100

/** Which leads to turn to now, and why: new ones that nobody answered, and what was promised. */
export async function waitingView(ctx: HttpContext) {
  const { actor } = ctx.staff
  const mine = ctx.request.qs().whose === 'mine'
  const wish = { mine, limit: MOST }
  const unanswered = await asSeenBy(actor, await unansweredLeads(actor, wish))
  const due = await asSeenBy(actor, await leadFollowUps(actor, { ...wish, ahead: 0 }))
  return {
    mine,
    unanswered: unanswered.map((lead) => unansweredView(ctx, lead)),
    due: due.map((lead) => dueView(ctx, lead)),
  }
}

function leadLine(ctx: HttpContext, lead: WaitingLead) {
  return {
    id: lead.id,
    name: lead.name,
    initials: initialsOf(lead.name),
    url: `/app/leads/${lead.id}`,
    owner:
      lead.owner_id === ctx.staff.actor.id ? null : (lead.owner_name ?? ctx.i18n.t('leads.nobody')),
    priority: priorityBadge(ctx, lead.priority),
    message: lead.message,
    ways: waysTo(ctx, lead),
  }
}

function unansweredView(ctx: HttpContext, lead: WaitingLead) {
  const { i18n } = ctx
  const intent = lead.intent ? i18n.t(`leads.intents.${lead.intent}`) : null
  return {
    ...leadLine(ctx, lead),
    why: [intent, lead.city, sourceText(ctx, lead.source)].filter(Boolean).join(' · '),
    at: momentOf(DateTime.fromJSDate(lead.created_at), ctx.tenant as TenantSnapshot),
    isLate: lead.created_at.getTime() < Date.now() - LATE,
    ...settlingOf(ctx, lead),
  }
}

/** An answer that takes longer than a working hour is late. */
const LATE = 3_600_000

function dueView(ctx: HttpContext, lead: LeadFollowUp) {
  const tenant = ctx.tenant as TenantSnapshot
  return {
    ...leadLine(ctx, lead),
    why: lead.next_action,
    at: dayMoment(lead.next_action_on, tenant),
    isLate: lead.next_action_on < today(tenant.timeZone),
    entryId: lead.entry_id,
    ...settlingOf(ctx, lead),
  }
}
