import { type ImportDesk, StartListImport } from '#app/imports'
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
  start: new StartListImport(),
}

export default importDesk
