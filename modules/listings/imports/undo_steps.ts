import { ListUndoSteps } from '#app/imports'
import { listingLists } from './listing_lists.ts'
import { undoPage } from './undo_page.ts'

/** Undoes a whole import, some listings a step. */
export class UndoSteps extends ListUndoSteps {
  constructor() {
    super({ lists: listingLists, undo: undoPage })
  }
}
