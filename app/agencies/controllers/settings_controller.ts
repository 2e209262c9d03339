import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { UpdateAgency } from '../actions/update_agency.ts'
import Tenant from '../models/tenant.ts'
import AgencyPolicy from '../policies/agency_policy.ts'
import { settingsPages } from '../settings_pages.ts'
import { agencyValidator, timeZones } from '../validators/agency.ts'

/** The agency's own settings. */
export default class SettingsController {
  async index({ staff, tenant, view }: HttpContext) {
    return view.render('pages/agencies/settings', { pages: settingsPages(tenant!, staff.actor) })
  }

  async edit({ bouncer, tenant, view }: HttpContext) {
    await bouncer.with(AgencyPolicy).authorize('manage')
    const agency = await Tenant.findOrFail(tenant!.id)
    return view.render('pages/agencies/edit', { agency, timeZones, host: tenant!.host })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(AgencyPolicy).authorize('manage')
    const input = await ctx.request.validateUsing(agencyValidator)
    const result = await new UpdateAgency().handle(ctx.tenant!.id, input)
    if (!result.ok) {
      const where = result.reason === 'stale' ? { status: 409 } : { status: 422, field: 'primary' }
      return refuse(ctx, { ...where, key: `agencies.edit.${result.reason}` })
    }
    ctx.session.flash('notice', 'agencies.settings.saved')
    return ctx.response.redirect().toPath('/app/settings/agency')
  }
}
