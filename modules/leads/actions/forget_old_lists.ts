import { forgetSheets } from '#app/exports'
import { forgetLists } from '#app/imports'
import { leadLists } from '../imports/lead_lists.ts'

/** Lists are full of people: what nobody needs any more goes. */
export async function forgetOldLists(): Promise<void> {
  await forgetLists(leadLists)
  await forgetSheets('leads.export')
}
