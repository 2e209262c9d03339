import type { HttpContext } from '@adonisjs/core/http'
import { answerCreated, answerNothing, answerPage, answerRecord } from '#kernel/api/answers'
import { stale, versionSeen } from '#kernel/api/etags'
import { cursorRefused, pageAsked } from '#kernel/api/paging'
import { asked, sent } from '#kernel/api/sent'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { CreateLead } from '../../../actions/create_lead.ts'
import { deleteLeads } from '../../../actions/delete_leads.ts'
import { contactInReachOf } from '../../../actions/link_contact.ts'
import { UpdateLead } from '../../../actions/update_lead.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { draftFrom, mindAssigning, withOwner, withWhatIs } from '../../../presenters/api_draft.ts'
import { apiLeadFor, apiLead } from '../../../presenters/api_lead.ts'
import { askedFields } from '../../../presenters/lead_form.ts'
import { listRequest } from '../../../queries/lead_list.ts'
import { asSeenBy } from '../../../details/seeing.ts'
import { leadPage } from '../../../queries/lead_page.ts'
import { leadInReach } from '../../../reaching.ts'
import {
  leadChangeValidator,
  leadQuestion,
  newLeadValidator,
} from '../../../validators/api_lead.ts'

const notAssignable = { status: 422, key: 'leads.refused.not_assignable', field: 'ownerId' }

export default class LeadsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('viewAny')
    const question = await ctx.request.validateUsing(leadQuestion, asked(ctx))
    const { limit, after } = pageAsked(question)
    const owner = question.assignee ?? question.owner
    const narrowed = { ...ctx.request.qs(), owner, after, before: undefined }
    const request = listRequest(narrowed, ctx.staff.actor)
    if (after !== undefined && request.place.cursor === null) throw cursorRefused(ctx)
    const { leads, next } = await leadPage(ctx.staff.actor, request, limit)
    const seen = await asSeenBy(ctx.staff.actor, leads)
    answerPage(ctx, { data: seen.map(apiLead), next })
  }

  async show(ctx: HttpContext) {
    answerRecord(ctx, await apiLeadFor(ctx, await leadInReach(ctx)))
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('create')
    const { actor } = ctx.staff
    const fields = await askedFields()
    const body = withOwner(ctx.request.body(), actor)
    const typed = await ctx.request.validateUsing(newLeadValidator(fields), sent(ctx, body))
    mindAssigning(actor, typed, { ownerId: actor.id, keeperId: actor.id })
    if (typed.contactId && !(await contactInReachOf(typed.contactId))) throw new NotHere()

    const result = await new CreateLead().handle(draftFrom(typed), fields)
    if (!result.ok) return refuse(ctx, notAssignable)
    answerCreated(ctx, await apiLeadFor(ctx, await result.value.refresh()), 'leads')
  }

  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const version = versionSeen(ctx, lead)
    const fields = await askedFields()
    const body = withWhatIs(lead, { sent: ctx.request.body(), fields })
    const typed = await ctx.request.validateUsing(leadChangeValidator(fields), sent(ctx, body))
    mindAssigning(ctx.staff.actor, typed, lead)

    const result = await new UpdateLead().handle(lead, draftFrom(typed), { version, fields })
    if (!result.ok && result.reason === 'not_assignable') return refuse(ctx, notAssignable)
    if (!result.ok) throw stale(version + 1)
    answerRecord(ctx, await apiLeadFor(ctx, await lead.refresh()))
  }

  async destroy(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('delete', lead)
    versionSeen(ctx, lead)
    await deleteLeads([lead.id])
    answerNothing(ctx)
  }
}
