import type { HttpContext } from '@adonisjs/core/http'
import { afterAnswer, originOf } from '#app/identity'
import { sendLetter } from '#kernel/mail/letters'
import type { InvitationFacts } from './queries/invitations.ts'

/** The letter with the link, once the answer is out. */
export function sendInvitation(ctx: HttpContext, invitation: InvitationFacts, secret: string) {
  const agency = ctx.tenant!
  const link = `${originOf(ctx, agency.host)}/invitation/${secret}`
  const subject = ctx.i18n.t('members.letters.invitation.subject', { agency: agency.name })
  afterAnswer(ctx, () =>
    sendLetter({
      to: invitation.email,
      subject,
      view: 'letters/invitation',
      state: {
        agency: agency.name,
        name: invitation.name,
        inviter: invitation.invitedBy,
        role: ctx.i18n.t(`roles.${invitation.role}`),
        link,
      },
    })
  )
}
