import { ContactsEvent } from './contacts_event.ts'

export default class ContactsUpdated extends ContactsEvent {
  readonly name = 'contacts.updated'
}
