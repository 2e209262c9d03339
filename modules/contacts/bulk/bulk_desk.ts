import { type BulkDesk, orderFrom } from '#app/bulk_acts'
import { inMarket } from '#app/records'
import { actInBulk } from '../actions/act_in_bulk.ts'
import { chosenContacts } from '../queries/chosen_contacts.ts'
import { bulkValidator } from '../validators/bulk.ts'
import { permissions } from './bulk_deed.ts'

/** What can be done to many contacts at once. */
export default {
  module: 'contacts',
  permissions,
  async asked(ctx) {
    return orderFrom(await ctx.request.validateUsing(bulkValidator, inMarket(ctx)))
  },
  async chosen(actor, choice, permission) {
    return { query: chosenContacts(actor, choice, permission) }
  },
  act: actInBulk,
} satisfies BulkDesk
