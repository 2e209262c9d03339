import type { HttpContext } from '@adonisjs/core/http'
import { doors, knock } from '#app/identity'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { unit } from '#kernel/tenancy/tenancy'
import { InviteMember } from '../actions/invite_member.ts'
import { sendInvitation } from '../invitation_letter.ts'
import Team from '../models/team.ts'
import MemberPolicy from '../policies/member_policy.ts'
import {
  type InvitationFacts,
  pendingInvitation,
  revokeInvitations,
} from '../queries/invitations.ts'
import { staffRoles } from '../roles.ts'
import { invitationValidator } from '../validators/member.ts'

/** Inviting people to the staff by e-mail. */
export default class InvitationsController {
  async create({ bouncer, view }: HttpContext) {
    await bouncer.with(MemberPolicy).authorize('manage')
    const teams = await Team.query().orderBy('name')
    return view.render('pages/members/invite', { teams, staffRoles })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(MemberPolicy).authorize('manage')
    const input = await ctx.request.validateUsing(invitationValidator)
    const invitedBy = ctx.staff.actor.name
    return this.#send(ctx, { ...input, teamId: input.teamId ?? null, invitedBy })
  }

  /** Once more: a new link; the old one ends. */
  async update(ctx: HttpContext) {
    await ctx.bouncer.with(MemberPolicy).authorize('manage')
    const invitation = await pendingInvitation(ctx.tenant!.id, ctx.params.id)
    if (!invitation) throw new NotHere()
    return this.#send(ctx, invitation.facts)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(MemberPolicy).authorize('manage')
    const invitation = await pendingInvitation(ctx.tenant!.id, ctx.params.id)
    if (!invitation) throw new NotHere()
    const { email } = invitation.facts
    await revokeInvitations(ctx.tenant!.id, email)
    const fact = { action: 'members.invitation_revoked', subjectType: 'member', subjectId: null }
    unit().audit({ ...fact, facts: { email } })
    ctx.session.flash('notice', { key: 'members.invite.revoked', facts: { email } })
    return ctx.response.redirect().toRoute('members.index')
  }

  async #send(ctx: HttpContext, invitation: InvitationFacts) {
    await knock(doors.invite, ctx.tenant!.id)
    const result = await new InviteMember().handle(invitation)
    if (!result.ok) {
      const field = result.reason === 'already_member' ? 'email' : 'form'
      return refuse(ctx, { status: 409, key: `members.refused.${result.reason}`, field })
    }
    sendInvitation(ctx, invitation, result.value)
    const facts = { email: invitation.email }
    ctx.session.flash('notice', { key: 'members.invite.sent', facts })
    return ctx.response.redirect().toRoute('members.index')
  }
}
