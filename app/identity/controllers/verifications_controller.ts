import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { peekToken } from '../actions/issue_token.ts'
import { VerifyEmail } from '../actions/verify_email.ts'
import { addressOf, doors, knock } from '../limits.ts'

/** Proving that an e-mail is one's own, by the link that was sent to it. */
export default class VerificationsController {
  async create({ params, tenant, view }: HttpContext) {
    const token = await peekToken('verify_email', params.token, tenant?.id ?? null)
    return view.render('pages/identity/verify', { token: params.token, isValid: token !== null })
  }

  async store(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    const result = await new VerifyEmail().handle(ctx.params.token, ctx.tenant?.id ?? null)
    if (!result.ok) return refuse(ctx, { status: 422, key: 'identity.verify.expired' })
    ctx.session.flash('notice', `identity.verify.${result.value}`)
    return ctx.response.redirect().toPath(result.value === 'joined' ? '/login' : '/app')
  }
}
