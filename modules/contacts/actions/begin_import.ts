import { BeginListImport } from '#app/imports'
import { contactLists } from '../imports/contact_lists.ts'

/** Keeps a list of contacts that somebody sent and guesses what its columns are. */
export class BeginImport extends BeginListImport {
  constructor() {
    super(contactLists)
  }
}
