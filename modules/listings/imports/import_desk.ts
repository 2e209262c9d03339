import { type ImportDesk, StartListImport } from '#app/imports'
import { draftFrom } from './draft_from.ts'
import { keptListings, listingLists } from './listing_lists.ts'
import { presentDraft } from './present_draft.ts'

/** Where lists of listings come in. */
const importDesk: ImportDesk = {
  lists: listingLists,
  newOnes: ({ id }) => `/app/listings?import=${id}`,
  kept: keptListings,
  draftFrom,
  presentDraft,
  start: new StartListImport(),
}

export default importDesk
