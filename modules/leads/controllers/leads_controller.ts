import type { HttpContext } from '@adonisjs/core/http'
import { inMarket, timelineView } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { ownStart } from '#app/saved_views'
import { refuse } from '#kernel/http/refuse'
import { CreateLead } from '../actions/create_lead.ts'
import { deleteLeads } from '../actions/delete_leads.ts'
import { contactInReachOf } from '../actions/link_contact.ts'
import { UpdateLead } from '../actions/update_lead.ts'
import { asSeenBy } from '../details/seeing.ts'
import type { LeadDraft } from '../lead_draft.ts'
import type Lead from '../models/lead.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { conflictsWith } from '../presenters/conflicts.ts'
import { contactLeadsView, originsView } from '../presenters/contact_leads_view.ts'
import { filterMenu } from '../presenters/filter_menu.ts'
import { formAgain } from '../presenters/form_again.ts'
import { askedFields, leadForm } from '../presenters/lead_form.ts'
import { leadListView } from '../presenters/lead_list_view.ts'
import { leadView } from '../presenters/lead_view.ts'
import { listingInReachOf } from '../queries/listings_in_reach.ts'
import { knownContacts } from '../queries/known_contacts.ts'
import { sameLeads } from '../queries/lead_pairs.ts'
import { leadInReach } from '../reaching.ts'
import { leadSubject } from '../subject.ts'
import { leadValidator } from '../validators/lead.ts'

const notAssignable = { status: 422, key: 'leads.refused.not_assignable', field: 'ownerId' }

/** What other places show of the list, by the name that they send as `as`. */
const parts = new Map<unknown, (ctx: HttpContext) => Promise<string>>([
  [
    'filters',
    async (ctx) => ctx.view.render('leads::partials/filter_menu', { menu: await filterMenu(ctx) }),
  ],
  [
    'aside',
    async (ctx) =>
      ctx.view.render('leads::partials/contact_leads', { leads: await contactLeadsView(ctx) }),
  ],
  [
    'origin',
    async (ctx) =>
      ctx.view.render('leads::partials/listing_origin', { leads: await originsView(ctx) }),
  ],
])

export default class LeadsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('viewAny')
    const start = await ownStart(ctx, leadSubject)
    if (start) return ctx.response.redirect().toPath(start)
    const { as } = ctx.request.qs()
    const isFragment = ctx.request.wantsFragment()
    const part = isFragment ? parts.get(as) : undefined
    if (part) return part(ctx)

    const list = await leadListView(ctx)
    if (isFragment) return ctx.view.render('leads::partials/list', { list })
    const menu = as === 'filters' ? await filterMenu(ctx) : null
    return ctx.view.render('leads::pages/leads/index', { list, menu })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('create')
    return ctx.view.render('leads::pages/leads/create', { form: await leadForm(ctx, null) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('create')
    const fields = await askedFields()
    const draft = await ctx.request.validateUsing(leadValidator(fields), inMarket(ctx))
    await mustReach(draft)
    const hindrance = draft.anyway || draft.contactId ? null : await knownAlready(ctx, draft)
    if (hindrance) return formAgain(ctx, null, hindrance)

    const result = await new CreateLead().handle(draft, fields)
    if (!result.ok) return refuse(ctx, notAssignable)
    const lead = result.value
    ctx.session.flash('notice', { key: 'leads.created', facts: { name: lead.name } })
    const isSeen = ctx.staff.actor.reaches('leads.view', lead)
    return ctx.response.redirect().toPath(isSeen ? `/app/leads/${lead.id}` : '/app')
  }

  async show(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    const { as } = ctx.request.qs()
    const isFragment = ctx.request.wantsFragment()
    if (as === 'timeline' && isFragment) {
      const timeline = await timelineView(ctx, leadSubject, lead)
      return ctx.view.render('pages/records/partials/timeline', { timeline })
    }
    const record = await leadView(ctx, lead)
    if (as === 'panel' && isFragment) return ctx.view.render('leads::partials/panel', { record })
    return ctx.view.render('leads::pages/leads/show', { record })
  }

  async edit(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    return ctx.view.render('leads::pages/leads/edit', { form: await leadForm(ctx, lead) })
  }

  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const fields = await askedFields()
    const draft = await ctx.request.validateUsing(leadValidator(fields), inMarket(ctx))

    const seen = { version: draft.version ?? 0, fields }
    const result = await new UpdateLead().handle(lead, draft, seen)
    if (!result.ok && result.reason === 'not_assignable') return refuse(ctx, notAssignable)
    if (!result.ok) return this.#stale(ctx, lead)
    ctx.session.flash('notice', 'leads.saved')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }

  async destroy(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('delete', lead)
    await deleteLeads([lead.id])
    const undo = `/app/leads/${lead.id}/restoration`
    ctx.session.flash('notice', { key: 'leads.deleted', facts: { name: lead.name }, undo })
    return ctx.response.redirect().toPath('/app/leads')
  }

  /** Somebody saved in between: both versions are shown, and nothing that was typed is lost. */
  async #stale(ctx: HttpContext, mine: Lead) {
    const theirs = await leadInReach(ctx)
    return formAgain(ctx, theirs, { conflicts: await conflictsWith(ctx, theirs, mine) })
  }
}

/** Contacts and open leads of the same number or address, if there are any. */
async function knownAlready({ staff }: HttpContext, draft: LeadDraft) {
  const known = await knownContacts(staff.actor, draft)
  const same = await asSeenBy(staff.actor, await sameLeads(staff.actor, draft))
  return known.length + same.length > 0 ? { known, same } : null
}

/** Whoever names a contact or a listing must see it. */
async function mustReach({ contactId, listingId }: LeadDraft): Promise<void> {
  if (contactId && !(await contactInReachOf(contactId))) throw new NotHere()
  if (listingId && !(await listingInReachOf(listingId))) throw new NotHere()
}
