import type { HttpContext } from '@adonisjs/core/http'
import type { RecordSubject } from '#app/records'
import { isUuid } from '#kernel/tenancy/names'
import { currentActor } from '#kernel/tenancy/tenancy'
import { renewTagCopies, renewTimelineCopies } from './actions/renew_copies.ts'
import { tellOf } from './events/contacts_event.ts'
import ContactsUpdated from './events/contacts_updated.ts'
import Contact from './models/contact.ts'
import { followUpsView } from './presenters/follow_up_view.ts'

/** Contacts as the records room knows them: it adds timeline, tags and fields. */
export const contactSubject: RecordSubject = {
  type: 'contact',
  room: 'contacts',
  title: 'contacts.title',
  permissions: { view: 'contacts.view', update: 'contacts.update' },

  async find(id) {
    if (!isUuid(id)) return null
    return Contact.reachableBy(currentActor(), 'contacts.view').where('id', id).first()
  },

  async titles(ids) {
    const contacts = await Contact.reachableBy(currentActor(), 'contacts.view').whereIn('id', ids)
    return contacts.map(({ id, name }) => ({ id, title: name }))
  },

  async touched(ids, part) {
    if (part === 'timeline') return renewTimelineCopies(ids)
    await renewTagCopies(ids)
    tellOf(ContactsUpdated, ids)
  },

  elsewhere: {
    follow_ups: { path: '/app/contacts/follow-ups', render: followUps },
  },
}

async function followUps(ctx: HttpContext, toast: object): Promise<string> {
  const view = await followUpsView(ctx)
  return ctx.view.render('contacts::partials/follow_ups', { followUps: view, toast })
}
