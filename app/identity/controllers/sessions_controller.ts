import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { passwordFits } from '../actions/passwords.ts'
import { recordSignIn } from '../actions/record_sign_in.ts'
import { afterAnswer } from '../after_answer.ts'
import { addressOf, doors, forgetTries, knock, personAt } from '../limits.ts'
import { localPath } from '../local_path.ts'
import type Identity from '../models/identity.ts'
import { identityOfAgency, identityOfOperator } from '../queries/identity_of_agency.ts'
import { beginSession } from '../sign_in.ts'
import { signInValidator } from '../validators/identity.ts'

/** Signing in and out, on an agency's host and on the console. */
export default class SessionsController {
  async create({ request, view }: HttpContext) {
    return view.render('pages/identity/sign_in', { next: localPath(request.input('next')) })
  }

  /** A known and an unknown e-mail cost the same queries and one scrypt; the rest comes later. */
  async store(ctx: HttpContext) {
    const { email, password, next } = await ctx.request.validateUsing(signInValidator)
    const person = personAt(ctx, email)
    await knock(doors.signInFromAddress, addressOf(ctx))
    await knock(doors.signIn, person)

    const identity = await this.#find(ctx, email)
    const fits = await passwordFits(identity, password)
    if (!identity?.isActive || !fits) return this.#refuse(ctx, identity)

    await forgetTries(doors.signIn, person)
    await beginSession(ctx, identity)
    return ctx.response.redirect().toPath(localPath(next) ?? (ctx.tenant ? '/app' : '/'))
  }

  async destroy(ctx: HttpContext) {
    const guard = ctx.auth.use(ctx.tenant ? 'staff' : 'console')
    if (await guard.check()) {
      const identityId = guard.user!.id
      const address = addressOf(ctx)
      await recordSignIn('identity.signed_out', { identityId, tenant: ctx.tenant, address })
      await guard.logout()
    }
    ctx.session.clear()
    ctx.session.regenerate()
    return ctx.response.redirect().toPath('/login')
  }

  #find(ctx: HttpContext, email: string): Promise<Identity | null> {
    return ctx.tenant ? identityOfAgency(ctx.tenant.id, email) : identityOfOperator(email)
  }

  #refuse(ctx: HttpContext, known: Identity | null) {
    const { tenant } = ctx
    const address = addressOf(ctx)
    if (known) {
      afterAnswer(ctx, () =>
        recordSignIn('identity.sign_in_refused', { identityId: known.id, tenant, address })
      )
    }
    return refuse(ctx, { status: 422, key: 'identity.sign_in.refused', field: 'email' })
  }
}
