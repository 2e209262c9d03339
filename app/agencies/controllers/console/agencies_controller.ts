import type { HttpContext } from '@adonisjs/core/http'
import { originOf } from '#app/identity'
import { NotHere } from '#kernel/http/errors'
import { consoleMoment } from '../../console_moment.ts'
import { operatorWhoMay, recordAccess } from '../../operators.ts'
import { operatedAgencies, operatedAgency } from '../../queries/operated_agencies.ts'
import { agencySearchValidator, tenantStatuses } from '../../validators/console.ts'

/** All agencies, for the people who run the platform. Each look is recorded. */
export default class AgenciesController {
  async index(ctx: HttpContext) {
    const operator = operatorWhoMay(ctx, 'agencies.view')
    const search = await ctx.request.validateUsing(agencySearchValidator)
    const { agencies, next } = await operatedAgencies(search)
    await recordAccess(operator, 'agencies.listed', { facts: { ...search } })
    const lines = agencies.map((agency) => ({ ...agency, since: consoleMoment(agency.created_at) }))
    const page = ctx.request.wantsFragment() ? 'partials/console_agencies' : 'pages/console/home'
    return ctx.view.render(page, { agencies: lines, next, search, statuses: tenantStatuses })
  }

  async show(ctx: HttpContext) {
    const operator = operatorWhoMay(ctx, 'agencies.view')
    const agency = await operatedAgency(ctx.params.id)
    if (!agency) throw new NotHere()
    await recordAccess(operator, 'agency.viewed', { agencyId: agency.id })
    return ctx.view.render('pages/console/agency', {
      agency,
      since: consoleMoment(agency.created_at),
      trialEnd: agency.trial_ends_at && consoleMoment(agency.trial_ends_at),
      address: `${originOf(ctx, agency.host)}/app`,
      maySuspend: operator.can('agencies.suspend'),
    })
  }
}
