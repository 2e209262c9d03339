import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { sendLetter } from '#kernel/mail/letters'
import { ChangePassword } from '../actions/change_password.ts'
import { issueToken, peekToken, spendToken } from '../actions/issue_token.ts'
import { afterAnswer } from '../after_answer.ts'
import { addressOf, doors, knock, personAt } from '../limits.ts'
import { originOf } from '../origin.ts'
import { identityOfAgency, identityOfOperator } from '../queries/identity_of_agency.ts'
import { forgottenValidator, newPasswordValidator } from '../validators/identity.ts'

/** A forgotten password: a letter with a link that works once, for 30 minutes. */
export default class PasswordResetsController {
  async create({ view }: HttpContext) {
    return view.render('pages/identity/forgotten')
  }

  /** Same answer and same time whether or not somebody has this e-mail: the letter goes out later. */
  async store(ctx: HttpContext) {
    const { email } = await ctx.request.validateUsing(forgottenValidator)
    await knock(doors.resetFromAddress, addressOf(ctx))
    await knock(doors.reset, personAt(ctx, email))
    const origin = originOf(ctx, ctx.request.hostname() ?? '')
    afterAnswer(ctx, () => this.#send(ctx, email, origin))
    return ctx.view.render('pages/identity/letter_sent')
  }

  async edit({ params, tenant, view }: HttpContext) {
    const token = await peekToken('reset_password', params.token, tenant?.id ?? null)
    const facts = { token: params.token, isValid: token !== null }
    return view.render('pages/identity/new_password', facts)
  }

  async update(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    const { password } = await ctx.request.validateUsing(newPasswordValidator)
    const tenantId = ctx.tenant?.id ?? null
    const token = await spendToken('reset_password', ctx.params.token, { tenantId })
    if (!token?.identityId)
      return refuse(ctx, { status: 422, key: 'identity.reset.expired', field: 'password' })

    await new ChangePassword().handle(token.identityId, password)
    ctx.session.flash('notice', 'identity.reset.done')
    return ctx.response.redirect().toPath('/login')
  }

  async #send(ctx: HttpContext, email: string, origin: string): Promise<void> {
    const { i18n, tenant } = ctx
    const identity = tenant
      ? await identityOfAgency(tenant.id, email)
      : await identityOfOperator(email)
    if (!identity?.isActive) return
    const tenantId = tenant?.id ?? null
    const token = await issueToken('reset_password', { identityId: identity.id, tenantId })
    await sendLetter({
      to: identity.email,
      subject: i18n.t('identity.letters.reset.subject'),
      view: 'letters/reset_password',
      state: { name: identity.name, link: `${origin}/password/reset/${token}` },
    })
  }
}
