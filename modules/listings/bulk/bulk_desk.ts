import { type BulkDesk, orderFrom } from '#app/bulk_acts'
import { inMarket } from '#app/records'
import { actInBulk } from '../actions/act_in_bulk.ts'
import { chosenListings } from '../queries/chosen_listings.ts'
import { bulkValidator } from '../validators/bulk.ts'
import { permissions } from './bulk_deed.ts'

/** What can be done to many listings at once. */
export default {
  module: 'listings',
  permissions,
  async asked(ctx) {
    return orderFrom(await ctx.request.validateUsing(bulkValidator, inMarket(ctx)))
  },
  chosen: chosenListings,
  act: actInBulk,
} satisfies BulkDesk
