import type { HttpContext } from '@adonisjs/core/http'
import { sendLetter } from '#kernel/mail/letters'
import { issueToken } from '../actions/issue_token.ts'
import { afterAnswer } from '../after_answer.ts'
import { doors, knock } from '../limits.ts'
import type Identity from '../models/identity.ts'
import { originOf } from '../origin.ts'

/** Sends the link that proves an e-mail once more. */
export default class VerificationLettersController {
  async store(ctx: HttpContext) {
    const identity = ctx.auth.use('staff').getUserOrFail()
    if (!identity.emailVerifiedAt) {
      await knock(doors.letter, identity.id)
      const origin = originOf(ctx, ctx.tenant!.host)
      afterAnswer(ctx, () => this.#send(ctx, identity, origin))
    }
    ctx.session.flash('notice', 'identity.verify.sent')
    return ctx.response.redirect().toPath('/app')
  }

  async #send({ i18n, tenant }: HttpContext, identity: Identity, origin: string): Promise<void> {
    const token = await issueToken('verify_email', {
      identityId: identity.id,
      tenantId: tenant!.id,
    })
    await sendLetter({
      to: identity.email,
      subject: i18n.t('identity.letters.verify.subject'),
      view: 'letters/verify_email',
      state: { name: identity.name, link: `${origin}/verify/${token}` },
    })
  }
}
