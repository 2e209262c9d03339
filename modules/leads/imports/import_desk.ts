import { type ImportDesk } from '#app/imports'
import { StartImport } from '../actions/start_import.ts'
import { draftFrom } from './draft_from.ts'
import { keptLeads, leadLists } from './lead_lists.ts'
import { presentDraft } from './present_draft.ts'

/** Where lists of leads come in. */
const importDesk: ImportDesk = {
  lists: leadLists,
  newOnes: ({ id }) => `/app/leads?import=${id}`,
  kept: keptLeads,
  draftFrom,
  presentDraft,
  start: new StartImport(),
}

export default importDesk
