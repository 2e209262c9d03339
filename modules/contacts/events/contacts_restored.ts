import { ContactsEvent } from './contacts_event.ts'

export default class ContactsRestored extends ContactsEvent {
  readonly name = 'contacts.restored'
}
