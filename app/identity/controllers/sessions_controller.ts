import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { passwordFits } from '../actions/passwords.ts'
import { addressOf, doors, forgetTries, knock } from '../limits.ts'
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

  async store(ctx: HttpContext) {
    const { email, password, next } = await ctx.request.validateUsing(signInValidator)
    await knock(doors.signInFromAddress, addressOf(ctx))
    await knock(doors.signIn, `${ctx.request.hostname()}:${email}`)

    const identity = await this.#find(ctx, email)
    const fits = await passwordFits(identity, password)
    if (!identity || !fits || !identity.isActive) {
      return refuse(ctx, { status: 422, key: 'identity.sign_in.refused', field: 'email' })
    }
    await forgetTries(doors.signIn, `${ctx.request.hostname()}:${email}`)
    await beginSession(ctx, identity)
    return leadTo(ctx, localPath(next) ?? home(ctx))
  }

  async destroy(ctx: HttpContext) {
    await ctx.auth.use(ctx.tenant ? 'staff' : 'console').logout()
    ctx.session.clear()
    ctx.session.regenerate()
    return leadTo(ctx, '/login')
  }

  #find(ctx: HttpContext, email: string): Promise<Identity | null> {
    return ctx.tenant ? identityOfAgency(ctx.tenant.id, email) : identityOfOperator(email)
  }
}

/** A full page either way: after signing in nothing of the old page may stay. */
function leadTo(ctx: HttpContext, path: string) {
  if (ctx.request.wantsFragment()) return ctx.response.header('hx-redirect', path).send('')
  return ctx.response.redirect().toPath(path)
}

function home(ctx: HttpContext): string {
  return ctx.tenant ? '/app' : '/'
}
