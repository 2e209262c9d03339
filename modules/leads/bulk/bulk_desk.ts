import { type BulkDesk, orderFrom } from '#app/bulk_acts'
import { inMarket } from '#app/records'
import { actInBulk } from '../actions/act_in_bulk.ts'
import { chosenLeads } from '../queries/chosen_leads.ts'
import { bulkValidator } from '../validators/bulk.ts'
import { permissions } from './bulk_deed.ts'

/** What can be done to many leads at once. */
export default {
  module: 'leads',
  permissions,
  async asked(ctx) {
    return orderFrom(await ctx.request.validateUsing(bulkValidator, inMarket(ctx)))
  },
  async chosen(actor, choice, permission) {
    return { query: chosenLeads(actor, choice, permission) }
  },
  act: actInBulk,
} satisfies BulkDesk
