import type { HttpContext } from '@adonisjs/core/http'
import { menuFor } from '#kernel/menu/menu'
import { unit } from '#kernel/tenancy/tenancy'
import Member from '../models/member.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'
import { railValidator } from '../validators/member.ts'

/** Which modules show in a person's own rail. They stay open to them by address and search. */
export default class RailsController {
  async update({ request, response, session, staff, tenant }: HttpContext) {
    const { shown = [] } = await request.validateUsing(railValidator)
    const offered = menuFor(tenant!, staff.actor).map(({ module }) => module)
    const hiddenModules = [...new Set(offered)].filter((name) => !shown.includes(name))
    await Member.query().where('id', staff.actor.id).update({ hiddenModules })
    unit().notify(STAFF_CHANGED, tenant!.id)
    session.flash('notice', 'members.account.rail_saved')
    return response.redirect().toRoute('account.show')
  }
}
