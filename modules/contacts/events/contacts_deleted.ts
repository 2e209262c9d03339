import { ContactsEvent } from './contacts_event.ts'

export default class ContactsDeleted extends ContactsEvent {
  readonly name = 'contacts.deleted'
}
