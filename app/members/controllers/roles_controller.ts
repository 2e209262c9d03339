import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { ChangeGrants } from '../actions/change_grants.ts'
import RoleGrant from '../models/role_grant.ts'
import { permissionTable } from '../permission_table.ts'
import MemberPolicy from '../policies/member_policy.ts'
import { type StaffRole, staffRoles } from '../roles.ts'
import { grantsValidator } from '../validators/member.ts'

/** What each role may do, and how far. */
export default class RolesController {
  async index({ bouncer, tenant, view }: HttpContext) {
    await bouncer.with(MemberPolicy).authorize('manageRoles')
    const table = permissionTable(tenant!.modules, await RoleGrant.all())
    return view.render('pages/members/roles', { table, staffRoles })
  }

  async edit({ bouncer, params, tenant, view }: HttpContext) {
    await bouncer.with(MemberPolicy).authorize('manageRoles')
    const role = roleOf(params.role)
    const table = permissionTable(tenant!.modules, await RoleGrant.all())
    return view.render('pages/members/role', { table, role, index: staffRoles.indexOf(role) })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(MemberPolicy).authorize('manageRoles')
    const role = roleOf(ctx.params.role)
    const { reach } = await ctx.request.validateUsing(grantsValidator)
    const result = await new ChangeGrants().handle(role, reach)
    if (!result.ok) return refuse(ctx, { status: 409, key: `members.refused.${result.reason}` })
    return this.#lead(ctx, role, 'members.roles.saved')
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(MemberPolicy).authorize('manageRoles')
    const role = roleOf(ctx.params.role)
    const result = await new ChangeGrants().reset(role)
    if (!result.ok) return refuse(ctx, { status: 409, key: `members.refused.${result.reason}` })
    return this.#lead(ctx, role, 'members.roles.reset_done')
  }

  #lead({ i18n, response, session }: HttpContext, role: StaffRole, key: string) {
    session.flash('notice', { key, facts: { role: i18n.t(`roles.${role}`) } })
    return response.redirect().toRoute('roles.index')
  }
}

function roleOf(name: string): StaffRole {
  const role = staffRoles.find((one) => one === name)
  if (!role) throw new NotHere()
  return role
}
