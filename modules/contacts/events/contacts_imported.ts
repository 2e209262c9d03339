import type { DomainEvent } from '#kernel/tenancy/unit'

/** A whole list was taken in. What became of each row stands in `contact_import_rows`. */
export class ContactsImported implements DomainEvent {
  readonly name = 'contacts.imported'
  readonly version = 1
  constructor(readonly payload: { importId: string }) {}
}
