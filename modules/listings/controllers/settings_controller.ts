import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { saveRules } from '../actions/save_rules.ts'
import ListingCategory from '../models/listing_category.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingRules } from '../queries/listing_rules.ts'
import { rulesValidator } from '../validators/settings.ts'

/** What the agency decides for all of its listings: its categories, and how long a confirmation counts. */
export default class SettingsController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(ListingPolicy).authorize('configure')
    const categories = await ListingCategory.query().orderBy('position').orderBy('name')
    const rules = await listingRules()
    return view.render('listings::pages/categories/index', { categories, rules })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    const { freshDays } = await ctx.request.validateUsing(rulesValidator, inMarket(ctx))
    await saveRules(freshDays)
    ctx.session.flash('notice', 'listings.settings.saved')
    return ctx.response.redirect().toPath('/app/settings/listings')
  }
}
