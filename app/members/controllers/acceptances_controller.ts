import type { HttpContext } from '@adonisjs/core/http'
import {
  Identity,
  addressOf,
  beginSession,
  doors,
  knock,
  passwordFits,
  peekToken,
  personAt,
} from '#app/identity'
import { refuse } from '#kernel/http/refuse'
import { AcceptInvitation } from '../actions/accept_invitation.ts'
import { DeclineInvitation } from '../actions/decline_invitation.ts'
import type { InvitationFacts } from '../queries/invitations.ts'
import { newcomerValidator, returningValidator } from '../validators/member.ts'

/** Answering an invitation, by the link that came with it. */
export default class AcceptancesController {
  async create(ctx: HttpContext) {
    const invitation = await invitationOf(ctx)
    const known = invitation && (await provenIdentity(invitation.email))
    return ctx.view.render('pages/members/invitation', {
      invitation,
      isKnown: !!known,
      token: ctx.params.token,
    })
  }

  async store(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    const invitation = await invitationOf(ctx)
    if (!invitation) return refuse(ctx, { status: 422, key: 'members.invitation.expired' })
    const known = await provenIdentity(invitation.email)
    const person = known
      ? await this.#recognised(ctx, known)
      : await ctx.request.validateUsing(newcomerValidator)
    if (!person)
      return refuse(ctx, { status: 422, key: 'members.invitation.refused', field: 'password' })

    const result = await new AcceptInvitation().handle(ctx.tenant!, ctx.params.token, person)
    if (!result.ok) return refuse(ctx, { status: 422, key: 'members.invitation.expired' })
    await beginSession(ctx, result.value)
    ctx.session.flash('notice', {
      key: 'members.invitation.joined',
      facts: { agency: ctx.tenant!.name },
    })
    return ctx.response.redirect().toPath('/app')
  }

  async destroy(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    await new DeclineInvitation().handle(ctx.tenant!, ctx.params.token)
    ctx.session.flash('notice', 'members.invitation.declined')
    return ctx.response.redirect().toPath('/login')
  }

  /** Somebody with an account proves it by its password, counted at the same door as signing in. */
  async #recognised(ctx: HttpContext, identity: Identity): Promise<Identity | null> {
    const { password } = await ctx.request.validateUsing(returningValidator)
    await knock(doors.signIn, personAt(ctx, identity.email))
    const fits = await passwordFits(identity, password)
    return fits && identity.isActive ? identity : null
  }
}

async function invitationOf({ params, tenant }: HttpContext): Promise<InvitationFacts | null> {
  const token = await peekToken('invite', params.token, tenant!.id)
  return (token?.payload as unknown as InvitationFacts) ?? null
}

function provenIdentity(email: string): Promise<Identity | null> {
  return Identity.query()
    .where('email', email)
    .whereNotNull('email_verified_at')
    .whereNot('status', 'deleted')
    .first()
}
