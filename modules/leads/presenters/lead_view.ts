import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { initialsOf } from '#app/members'
import { attachmentsView, momentOf, tagsView, timelineView } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { contactInReachOf } from '../actions/link_contact.ts'
import { seenBy } from '../details/seeing.ts'
import { checks, leadSteps, lostReasons } from '../lead_words.ts'
import type Lead from '../models/lead.ts'
import LeadMerge from '../models/lead_merge.ts'
import { listingOfLead } from '../queries/listing_of_lead.ts'
import { leadSubject } from '../subject.ts'
import { assignees } from './assignees.ts'
import { flagsOfLead } from './flags_view.ts'
import { factsOf } from './lead_facts.ts'
import { factorViews, priorityBadge } from './priority_view.ts'
import { routingView } from './routing_view.ts'
import { statusTones } from './steps.ts'
import { waysTo } from './ways.ts'

/** Everything that a lead's own page and side panel show. */
export async function leadView(ctx: HttpContext, record: Lead) {
  const lead = await seenBy(ctx.staff.actor, record)
  await lead.load('interests')
  const contact = lead.contactId ? await contactInReachOf(lead.contactId) : null
  return {
    lead,
    url: `/app/leads/${lead.id}`,
    initials: initialsOf(lead.name),
    status: statusView(ctx, lead),
    ...(await listingView(ctx, lead)),
    contact,
    ways: waysTo(ctx, lead, (channel) => contact?.refuses(channel) ?? false),
    facts: await factsOf(ctx, lead),
    priority: priorityView(ctx, lead),
    checklist: checklistView(ctx, lead),
    ...(await recordParts(ctx, lead)),
    flags: await flagsOfLead(ctx, lead),
    merges: await takenIn(lead),
    routing: routingView(ctx, lead),
    assignees: await assignees(ctx),
    may: rightsOn(ctx, lead),
  }
}

/** What every record has. */
async function recordParts(ctx: HttpContext, lead: Lead) {
  return {
    tags: await tagsView(ctx, leadSubject, { record: lead, names: lead.tagNames }),
    attachments: await attachmentsView(ctx, leadSubject, lead),
    timeline: await timelineView(ctx, leadSubject, lead),
  }
}

/** The listing that was made of it, as far as this person sees it, or whether they may make one. */
async function listingView({ staff: { actor }, i18n }: HttpContext, lead: Lead) {
  const known = await listingOfLead(lead)
  const isFree = known === null && lead.mayBeListed && !lead.isHidden
  if (!known || !actor.reaches('listings.view', known))
    return {
      listing: null,
      mayDraft: isFree && actor.can('listings.create') && actor.reaches('leads.update', lead),
    }
  const state = i18n.t(`listings.statuses.${known.status}`)
  return {
    listing: { url: `/app/listings/${known.id}`, title: known.title, state },
    mayDraft: false,
  }
}

function rightsOn({ staff: { actor } }: HttpContext, lead: Lead) {
  return {
    update: !lead.isHidden && actor.reaches('leads.update', lead),
    reveal: lead.isHidden === true && actor.reaches('leads.reveal', lead),
    assign: actor.reaches('leads.assign', lead),
    delete: actor.reaches('leads.delete', lead),
  }
}

/** What it took in, and can be parted from. */
async function takenIn({ id }: Lead): Promise<LeadMerge[]> {
  return LeadMerge.query().where('survivorId', id).whereNull('undoneAt').orderBy('id')
}

/** Where the lead stands, and where it can go from there. */
function statusView({ i18n }: HttpContext, { status, lostReason }: Lead) {
  const steps = leadSteps[status]
  return {
    text: i18n.t(`leads.statuses.${status}`),
    tone: statusTones[status],
    next: status === 'lost' ? [] : steps.filter((step) => step !== 'lost' && step !== 'converted'),
    mayBeLost: steps.includes('lost'),
    mayConvert: steps.includes('converted'),
    isLost: status === 'lost',
    lostReason: lostReason && i18n.t(`leads.lost_reasons.${lostReason}`, {}, lostReason),
    lostReasons: lostReasons.map((value) => ({
      value,
      text: i18n.t(`leads.lost_reasons.${value}`),
    })),
  }
}

function priorityView(ctx: HttpContext, lead: Lead) {
  return {
    badge: priorityBadge(ctx, lead.priority),
    reckoned: lead.priorityScore,
    override: lead.priorityOverride,
    factors: factorViews(ctx, lead.priorityFactors),
    stars: lead.qualityStars,
  }
}

function checklistView({ i18n, tenant }: HttpContext, lead: Lead) {
  return checks.map((check) => {
    const done = lead.checklist[check]
    const at = done && momentOf(DateTime.fromISO(done.at), tenant as TenantSnapshot)
    return {
      check,
      text: i18n.t(`leads.checks.${check}`),
      done: done !== undefined,
      said: done && i18n.t('leads.checklist.by', { name: done.name, when: at!.said }),
      url: `/app/leads/${lead.id}/checks/${check}`,
    }
  })
}
