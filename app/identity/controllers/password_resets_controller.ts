import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { sendLetter } from '#kernel/mail/letters'
import { hashPassword } from '../actions/passwords.ts'
import { issueToken, peekToken, spendToken } from '../actions/issue_token.ts'
import { addressOf, doors, knock } from '../limits.ts'
import Identity from '../models/identity.ts'
import { identityOfAgency, identityOfOperator } from '../queries/identity_of_agency.ts'
import { endSessionsOf } from '../session_store.ts'
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
    await knock(doors.reset, `${ctx.request.hostname()}:${email}`)
    const origin = `${ctx.request.protocol()}://${ctx.request.host()}`
    setImmediate(() => void this.#send(ctx, email, origin).catch((error) => ctx.logger.error({ err: error }, 'reset letter')))
    return ctx.view.render('pages/identity/letter_sent', { email })
  }

  async edit(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    const token = await peekToken('reset_password', ctx.params.token, ctx.tenant?.id ?? null)
    return ctx.view.render('pages/identity/new_password', { token: ctx.params.token, isValid: token !== null })
  }

  async update(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    const { password } = await ctx.request.validateUsing(newPasswordValidator)
    const token = await spendToken('reset_password', ctx.params.token, ctx.tenant?.id ?? null)
    if (!token?.identityId) return refuse(ctx, { status: 422, key: 'identity.reset.expired', field: 'password' })

    const identity = await Identity.findOrFail(token.identityId)
    await identity.merge({ passwordHash: await hashPassword(password) }).save()
    await endSessionsOf(identity.id)
    ctx.session.flash('notice', 'identity.reset.done')
    return ctx.response.redirect().toPath('/login')
  }

  async #send(ctx: HttpContext, email: string, origin: string): Promise<void> {
    const identity = ctx.tenant ? await identityOfAgency(ctx.tenant.id, email) : await identityOfOperator(email)
    if (!identity?.isActive) return
    const token = await issueToken('reset_password', { identityId: identity.id, tenantId: ctx.tenant?.id ?? null })
    await sendLetter({
      to: identity.email,
      subject: ctx.i18n.t('identity.letters.reset.subject'),
      view: 'letters/reset_password',
      state: { name: identity.name, link: `${origin}/password/reset/${token}`, t: ctx.i18n.t.bind(ctx.i18n) },
    })
  }
}
