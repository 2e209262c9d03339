import type { HttpContext } from '@adonisjs/core/http'
import { answerCreated, answerNothing, answerPage, answerRecord } from '#kernel/api/answers'
import { stale, versionSeen } from '#kernel/api/etags'
import { cursorRefused, pageAsked } from '#kernel/api/paging'
import { asked, sent } from '#kernel/api/sent'
import { refuse } from '#kernel/http/refuse'
import { CreateContact } from '../../../actions/create_contact.ts'
import { deleteContacts } from '../../../actions/delete_contacts.ts'
import { UpdateContact } from '../../../actions/update_contact.ts'
import { nameOf, pointsOf } from '../../../contact_draft.ts'
import ContactPolicy from '../../../policies/contact_policy.ts'
import { apiContact } from '../../../presenters/api_contact.ts'
import { withOwner, withWhatIs } from '../../../presenters/api_draft.ts'
import { askedFields } from '../../../presenters/contact_form.ts'
import { contactPage } from '../../../queries/contact_page.ts'
import { listRequest } from '../../../queries/contact_list.ts'
import { duplicatesOf, telling } from '../../../queries/duplicates_of.ts'
import { contactInReach } from '../../../reaching.ts'
import { contactQuestion } from '../../../validators/api_contact.ts'
import { contactValidator } from '../../../validators/contact.ts'

const notAssignable = { status: 422, key: 'contacts.refused.not_assignable', field: 'ownerId' }

export default class ContactsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('viewAny')
    const question = await ctx.request.validateUsing(contactQuestion, asked(ctx))
    const { limit, after } = pageAsked(question)
    const request = listRequest({ ...ctx.request.qs(), after, before: undefined }, ctx.staff.actor)
    if (after !== undefined && request.place.cursor === null) throw cursorRefused(ctx)
    const { contacts, next } = await contactPage(ctx.staff.actor, request, limit)
    answerPage(ctx, { data: contacts.map(apiContact), next })
  }

  async show(ctx: HttpContext) {
    const contact = await contactInReach(ctx)
    await contact.load('points')
    answerRecord(ctx, apiContact(contact))
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('create')
    const fields = await askedFields()
    const body = withOwner(ctx.request.body(), ctx.staff.actor)
    const draft = await ctx.request.validateUsing(contactValidator(fields), sent(ctx, body))
    const who = { name: nameOf(draft), points: pointsOf(draft) }
    const known = draft.anyway ? [] : telling(await duplicatesOf(ctx.staff.actor, who))
    if (known.length > 0) return refuse(ctx, duplicate(known))

    const result = await new CreateContact().handle(draft, fields)
    if (!result.ok) return refuse(ctx, notAssignable)
    const contact = await result.value.refresh()
    await contact.load('points')
    answerCreated(ctx, apiContact(contact), 'contacts')
  }

  async update(ctx: HttpContext) {
    const contact = await contactInReach(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('update', contact)
    const version = versionSeen(ctx, contact)
    await contact.load('points')
    const fields = await askedFields()
    const body = withWhatIs(contact, { sent: ctx.request.body(), fields })
    const draft = await ctx.request.validateUsing(contactValidator(fields), sent(ctx, body))

    const result = await new UpdateContact().handle(contact, draft, { version, fields })
    if (!result.ok && result.reason === 'not_assignable') return refuse(ctx, notAssignable)
    if (!result.ok) throw stale(version + 1)
    await contact.refresh()
    await contact.load('points')
    answerRecord(ctx, apiContact(contact))
  }

  async destroy(ctx: HttpContext) {
    const contact = await contactInReach(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('delete', contact)
    versionSeen(ctx, contact)
    await deleteContacts([contact.id])
    answerNothing(ctx)
  }
}

function duplicate(known: { id: string; name: string }[]) {
  const duplicates = known.map(({ id }) => id)
  return { status: 409, key: 'contacts.refused.duplicate', facts: { duplicates } }
}
