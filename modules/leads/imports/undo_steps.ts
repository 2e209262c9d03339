import { ListUndoSteps } from '#app/imports'
import { leadLists } from './lead_lists.ts'
import { undoPage } from './undo_page.ts'

/** Undoes a whole import, some leads a step. */
export class UndoSteps extends ListUndoSteps {
  constructor() {
    super({ lists: leadLists, undo: undoPage })
  }
}
