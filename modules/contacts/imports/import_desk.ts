import { type ImportDesk } from '#app/imports'
import { StartImport } from '../actions/start_import.ts'
import { contactLists, keptOnes } from './contact_lists.ts'
import { draftFrom } from './draft_from.ts'
import { presentDraft } from './present_draft.ts'

/** Where lists of contacts come in. */
const importDesk: ImportDesk = {
  lists: contactLists,
  newOnes: ({ id }) => `/app/contacts?import=${id}`,
  kept: keptOnes,
  draftFrom,
  presentDraft,
  start: new StartImport(),
}

export default importDesk
