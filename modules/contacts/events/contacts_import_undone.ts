import type { DomainEvent } from '#kernel/tenancy/unit'

/** A whole import was undone. What became of each contact stands in `contact_import_rows`. */
export class ContactsImportUndone implements DomainEvent {
  readonly name = 'contacts.import_undone'
  readonly version = 1
  constructor(readonly payload: { importId: string }) {}
}
