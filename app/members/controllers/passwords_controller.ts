import type { HttpContext } from '@adonisjs/core/http'
import { ChangePassword, Identity, doors, forgetTries, knock, passwordFits } from '#app/identity'
import { refuse } from '#kernel/http/refuse'
import { unit } from '#kernel/tenancy/tenancy'
import { passwordChangeValidator } from '../validators/member.ts'

/** Changing one's own password: it ends every other session, and this one gets a new id. */
export default class PasswordsController {
  async update(ctx: HttpContext) {
    const { id } = ctx.auth.use('staff').getUserOrFail()
    const { current, password } = await ctx.request.validateUsing(passwordChangeValidator)
    await knock(doors.password, id)
    const identity = await Identity.findOrFail(id)
    if (!(await passwordFits(identity, current)))
      return refuse(ctx, { status: 422, key: 'members.account.wrong_password', field: 'current' })

    await new ChangePassword().handle(identity.id, password, ctx.session.sessionId)
    await forgetTries(doors.password, identity.id)
    ctx.session.regenerate()
    const fact = { action: 'identity.password_changed', subjectType: 'identity' }
    unit().audit({ ...fact, subjectId: identity.id })
    ctx.session.flash('notice', 'members.account.password_saved')
    return ctx.response.redirect().toRoute('account.show')
  }
}
