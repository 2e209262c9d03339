import { ContactsEvent } from './contacts_event.ts'

export default class ContactsCreated extends ContactsEvent {
  readonly name = 'contacts.created'
}
