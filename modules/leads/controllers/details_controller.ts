import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { saveDetailsSettings } from '../details/save_details_settings.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { leadSettings } from '../queries/lead_settings.ts'
import { detailsValidator } from '../validators/details.ts'

/** Who sees phone and e-mail of leads at once. */
export default class DetailsController {
  async edit(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    return ctx.view.render('leads::pages/details/edit', { settings: await leadSettings() })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const { detailsHidden = false, ...rest } = await ctx.request.validateUsing(detailsValidator)
    const saved = await saveDetailsSettings({ detailsHidden, ...rest })
    if (!saved.ok) return refuse(ctx, { status: 409, key: 'leads.details.stale' })
    ctx.session.flash('notice', 'leads.details.saved')
    return ctx.response.redirect().toPath('/app/settings/lead-details')
  }
}
