import type { HttpContext } from '@adonisjs/core/http'
import { type AgencyOfPerson, agenciesOf, issueToken, leadOnward, originOf } from '#app/identity'
import { NotHere } from '#kernel/http/errors'

/**
 * From one agency to another in which the same person works: a one-time ticket, good for a
 * minute and on the target's host alone. Looking changes nothing: the page posts by itself.
 */
export default class AgencySwitchesController {
  async create(ctx: HttpContext) {
    return ctx.view.render('pages/members/switch', { agency: await agencyOf(ctx) })
  }

  async store(ctx: HttpContext) {
    const agency = await agencyOf(ctx)
    const { id: identityId } = ctx.auth.use('staff').getUserOrFail()
    const ticket = await issueToken('switch_agency', { identityId, tenantId: agency.id })
    const address = `${originOf(ctx, agency.host)}/enter?ticket=${ticket}`
    return leadOnward(ctx, address, agency.name)
  }
}

async function agencyOf({ auth, params }: HttpContext): Promise<AgencyOfPerson> {
  const agencies = await agenciesOf(auth.use('staff').getUserOrFail().id)
  const agency = agencies.find(({ id }) => id === params.id)
  if (!agency) throw new NotHere()
  return agency
}
