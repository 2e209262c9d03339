import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { VerifyEmail } from '../actions/verify_email.ts'
import { peekToken, spendToken } from '../actions/issue_token.ts'
import { addressOf, doors, knock } from '../limits.ts'

/** Proving that an e-mail is one's own, by the link that was sent to it. */
export default class VerificationsController {
  async create(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    const token = await peekToken('verify_email', ctx.params.token, ctx.tenant?.id ?? null)
    return ctx.view.render('pages/identity/verify', { token: ctx.params.token, isValid: token !== null })
  }

  async store(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    const token = await spendToken('verify_email', ctx.params.token, ctx.tenant?.id ?? null)
    if (!token?.identityId) return refuse(ctx, { status: 422, key: 'identity.verify.expired' })
    await new VerifyEmail().handle(token.identityId)
    ctx.session.flash('notice', 'identity.verify.done')
    return ctx.response.redirect().toPath('/app')
  }
}
