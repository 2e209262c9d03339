/** Front door of contacts: the people and companies that an agency knows. */
export { CreateContact } from './actions/create_contact.ts'
export { KnowPeople } from './actions/know_people.ts'
export { default as ContactsCreated } from './events/contacts_created.ts'
export { default as ContactsDeleted } from './events/contacts_deleted.ts'
export { default as ContactsRestored } from './events/contacts_restored.ts'
export { default as ContactsUpdated } from './events/contacts_updated.ts'
export { default as Contact } from './models/contact.ts'
export { contactSubject } from './subject.ts'
