import type { ListManner } from '#app/imports'
import { isReachable } from './cell_shapes.ts'
import { fieldOfHeading } from './headings.ts'
import { openVcards } from './vcard_file.ts'

/** What tells a list of contacts from other tables: known headings, or cells that can be reached. */
export const contactManner: ListManner = {
  isValue: isReachable,
  isHeading: (text) => fieldOfHeading(text) !== undefined,
  openText: (file, beginning) => (/^\s*BEGIN:VCARD/i.test(beginning) ? openVcards(file) : null),
}
