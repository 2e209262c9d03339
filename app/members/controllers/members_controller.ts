import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { momentOf } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { marketPack } from '#kernel/markets/packs'
import { writtenPhone } from '#kernel/markets/written_phones'
import { ChangeMember } from '../actions/change_member.ts'
import { RemoveMember } from '../actions/remove_member.ts'
import Member from '../models/member.ts'
import Team from '../models/team.ts'
import MemberPolicy from '../policies/member_policy.ts'
import { memberOf } from '../queries/member_of.ts'
import { pendingInvitations } from '../queries/invitations.ts'
import { staffRoles, teamRoles } from '../roles.ts'
import { memberValidator } from '../validators/member.ts'

/** The staff of the agency. */
export default class MembersController {
  async index({ bouncer, staff, tenant, view }: HttpContext) {
    await bouncer.with(MemberPolicy).authorize('view')
    const members = await Member.query()
      .preload('team')
      .whereNot('state', 'removed')
      .orderBy('name')
    const invitations = staff.actor.can('members.manage')
      ? await pendingInvitations(tenant!.id)
      : []
    return view.render('pages/members/index', {
      members,
      invitations: invitations.map((one) => ({
        ...one,
        ends: momentOf(DateTime.fromJSDate(one.expiresAt), tenant!),
      })),
    })
  }

  async edit({ bouncer, params, staff, tenant, view }: HttpContext) {
    await bouncer.with(MemberPolicy).authorize('manage')
    const member = await memberOf(params.id)
    const teams = await Team.query().orderBy('name')
    const isSelf = member.id === staff.actor.id
    const phone = member.phone && writtenPhone(member.phone, marketPack(tenant!.market).region)
    const roles = { staffRoles, teamRoles }
    return view.render('pages/members/edit', { member, phone, teams, isSelf, ...roles })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(MemberPolicy).authorize('manage')
    const member = await memberOf(ctx.params.id)
    const { version, ...input } = await ctx.request.validateUsing(memberValidator)
    const change = {
      role: input.role,
      teamId: input.teamId ?? null,
      teamRole: input.teamRole ?? null,
      city: input.city ?? null,
    }
    const result = await new ChangeMember().handle(member, change, version)
    if (!result.ok) return refuse(ctx, { status: 409, key: `members.refused.${result.reason}` })
    ctx.session.flash('notice', { key: 'members.edit.saved', facts: { name: member.name } })
    return ctx.response.redirect().toRoute('members.index')
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(MemberPolicy).authorize('manage')
    const member = await memberOf(ctx.params.id)
    const result = await new RemoveMember().handle(member)
    if (!result.ok) return refuse(ctx, { status: 409, key: `members.refused.${result.reason}` })
    ctx.session.flash('notice', { key: 'members.edit.removed', facts: { name: member.name } })
    return ctx.response.redirect().toRoute('members.index')
  }
}
