import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { UpdateAgency } from '../actions/update_agency.ts'
import Tenant from '../models/tenant.ts'
import AgencyPolicy from '../policies/agency_policy.ts'
import { agencyValidator } from '../validators/agency.ts'

/** The agency's own settings. */
export default class SettingsController {
  async index({ view, staff }: HttpContext) {
    return view.render('pages/agencies/settings', { actor: staff.actor })
  }

  async edit({ bouncer, tenant, view }: HttpContext) {
    await bouncer.with(AgencyPolicy).authorize('manage')
    return view.render('pages/agencies/edit', { agency: await Tenant.findOrFail(tenant!.id) })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(AgencyPolicy).authorize('manage')
    const input = await ctx.request.validateUsing(agencyValidator)
    const result = await new UpdateAgency().handle(ctx.tenant!.id, input)
    if (!result.ok) return refuse(ctx, { status: 409, key: `agencies.settings.${result.reason}`, field: 'primary' })
    ctx.session.flash('notice', 'agencies.settings.saved')
    return ctx.response.redirect().toPath('/app/settings/agency')
  }
}
