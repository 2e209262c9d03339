import { UndoListImport } from '#app/imports'
import { countContacts } from '../imports/undo_steps.ts'

/** Has the workers take back what an import did. */
export class UndoImport extends UndoListImport {
  constructor() {
    super(countContacts)
  }
}
