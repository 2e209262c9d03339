import { forgetSheets } from '#app/exports'
import { forgetLists } from '#app/imports'
import { contactLists } from '../imports/contact_lists.ts'

/** Lists are full of people: what nobody needs any more goes. */
export async function forgetOldLists(): Promise<void> {
  await forgetLists(contactLists)
  await forgetSheets('contacts.export')
}
