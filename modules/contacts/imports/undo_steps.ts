import { ListUndoSteps } from '#app/imports'
import { unit } from '#kernel/tenancy/tenancy'
import { ContactsImportUndone } from '../events/contacts_import_undone.ts'
import { contactLists } from './contact_lists.ts'
import { undoPage } from './undo_page.ts'

/** Undoes a whole import, some contacts a step. */
export class UndoSteps extends ListUndoSteps {
  constructor() {
    super({
      lists: contactLists,
      undo: async (importId, ids) => [...(await undoPage(importId, ids)).values()],
      finish: (importId) => unit().tell(new ContactsImportUndone({ importId })),
    })
  }
}
