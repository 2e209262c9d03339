import type { HttpContext } from '@adonisjs/core/http'
import { inMarket, timelineView } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { CreateContact } from '../actions/create_contact.ts'
import { deleteContacts } from '../actions/delete_contacts.ts'
import { UpdateContact } from '../actions/update_contact.ts'
import { type ContactDraft, nameOf, pointsOf } from '../contact_draft.ts'
import type Contact from '../models/contact.ts'
import ContactPolicy from '../policies/contact_policy.ts'
import { conflictsWith } from '../presenters/conflicts.ts'
import { askedFields, contactForm } from '../presenters/contact_form.ts'
import { contactListView } from '../presenters/contact_list_view.ts'
import { contactView } from '../presenters/contact_view.ts'
import { filterMenu } from '../presenters/filter_menu.ts'
import { formAgain } from '../presenters/form_again.ts'
import { duplicatesOf, telling } from '../queries/duplicates_of.ts'
import { contactInReach, contactOrSurvivor } from '../reaching.ts'
import { contactSubject } from '../subject.ts'
import { contactValidator } from '../validators/contact.ts'

const notAssignable = { status: 422, key: 'contacts.refused.not_assignable', field: 'ownerId' }

export default class ContactsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('viewAny')
    const { as } = ctx.request.qs()
    const isFragment = ctx.request.wantsFragment()
    if (as === 'filters' && isFragment)
      return ctx.view.render('contacts::partials/filter_menu', { menu: await filterMenu(ctx) })

    const list = await contactListView(ctx)
    if (isFragment) return ctx.view.render('contacts::partials/list', { list })
    const menu = as === 'filters' ? await filterMenu(ctx) : null
    return ctx.view.render('contacts::pages/contacts/index', { list, menu })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('create')
    return ctx.view.render('contacts::pages/contacts/create', {
      form: await contactForm(ctx, null),
    })
  }

  async store(ctx: HttpContext) {
    const { bouncer, request, response, session, staff } = ctx
    await bouncer.with(ContactPolicy).authorize('create')
    const fields = await askedFields()
    const draft = await request.validateUsing(contactValidator(fields), inMarket(ctx))
    const who = { name: nameOf(draft), points: pointsOf(draft) }
    const duplicates = draft.anyway ? [] : telling(await duplicatesOf(staff.actor, who))
    if (duplicates.length > 0) return formAgain(ctx, null, { duplicates })

    const result = await new CreateContact().handle(draft, fields)
    if (!result.ok) return refuse(ctx, notAssignable)
    session.flash('notice', { key: 'contacts.created', facts: { name: result.value.name } })
    return response.redirect().toPath(`/app/contacts/${result.value.id}`)
  }

  async show(ctx: HttpContext) {
    const contact = await contactOrSurvivor(ctx)
    const url = `/app/contacts/${contact.id}`
    if (contact.id !== ctx.params.id) return ctx.response.redirect().withQs().toPath(url)
    const { as } = ctx.request.qs()
    const isFragment = ctx.request.wantsFragment()
    if (as === 'timeline' && isFragment) {
      const timeline = await timelineView(ctx, contactSubject, contact)
      return ctx.view.render('pages/records/partials/timeline', { timeline })
    }
    const record = await contactView(ctx, contact)
    if (as === 'panel' && isFragment) return ctx.view.render('contacts::partials/panel', { record })
    return ctx.view.render('contacts::pages/contacts/show', { record })
  }

  async edit(ctx: HttpContext) {
    const contact = await contactInReach(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('update', contact)
    return ctx.view.render('contacts::pages/contacts/edit', {
      form: await contactForm(ctx, contact),
    })
  }

  async update(ctx: HttpContext) {
    const contact = await contactInReach(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('update', contact)
    const fields = await askedFields()
    const draft = await ctx.request.validateUsing(contactValidator(fields), inMarket(ctx))
    const seen = { version: draft.version ?? 0, fields }

    const result = await new UpdateContact().handle(contact, draft, seen)
    if (!result.ok && result.reason === 'not_assignable') return refuse(ctx, notAssignable)
    if (!result.ok) return this.#stale(ctx, { mine: contact, draft })
    ctx.session.flash('notice', 'contacts.saved')
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }

  async destroy(ctx: HttpContext) {
    const contact = await contactInReach(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('delete', contact)
    await deleteContacts([contact.id])
    const undo = `/app/contacts/${contact.id}/restoration`
    ctx.session.flash('notice', { key: 'contacts.deleted', facts: { name: contact.name }, undo })
    return ctx.response.redirect().toPath('/app/contacts')
  }

  /** Somebody saved in between: both versions are shown, and nothing that was typed is lost. */
  async #stale(ctx: HttpContext, typed: { mine: Contact; draft: ContactDraft }) {
    const theirs = await contactInReach(ctx)
    return formAgain(ctx, theirs, { conflicts: await conflictsWith(ctx, theirs, typed) })
  }
}
