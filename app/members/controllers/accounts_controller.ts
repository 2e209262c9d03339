import type { HttpContext } from '@adonisjs/core/http'
import { menuFor } from '#kernel/menu/menu'
import { manifestOf } from '#kernel/modules/module_registry'
import Member from '../models/member.ts'

/** A person's own page: their password, and what shows in their rail. */
export default class AccountsController {
  async show({ auth, staff, tenant, view }: HttpContext) {
    const { email } = auth.use('staff').getUserOrFail()
    const names = new Set(menuFor(tenant!, staff.actor).map(({ module }) => module))
    const modules = [...names].map((name) => ({ name, title: manifestOf(name)!.title }))
    const shown = modules
      .map(({ name }) => name)
      .filter((name) => !staff.hiddenModules.includes(name))
    const { morningLetter } = await Member.findOrFail(staff.actor.id)
    return view.render('pages/members/account', { email, modules, shown, morningLetter })
  }
}
