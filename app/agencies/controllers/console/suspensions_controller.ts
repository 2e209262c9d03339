import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { SuspendAgency } from '../../actions/suspend_agency.ts'
import { operatorWhoMay } from '../../operators.ts'
import { operatedAgency } from '../../queries/operated_agencies.ts'
import { suspensionValidator } from '../../validators/console.ts'

/** Closing an agency's doors, and opening them again, with a reason. */
export default class SuspensionsController {
  async store(ctx: HttpContext) {
    return this.#change(ctx, 'suspend')
  }

  async destroy(ctx: HttpContext) {
    return this.#change(ctx, 'resume')
  }

  async #change(ctx: HttpContext, kind: 'suspend' | 'resume') {
    const operator = operatorWhoMay(ctx, 'agencies.suspend')
    const agency = await operatedAgency(ctx.params.id)
    if (!agency) throw new NotHere()
    const { reason } = await ctx.request.validateUsing(suspensionValidator)
    const result = await new SuspendAgency().handle(agency, { kind, reason, actorId: operator.id })
    if (!result.ok) return refuse(ctx, { status: 409, key: `console.agency.${result.reason}` })
    ctx.session.flash('notice', `console.agency.${result.value}`)
    return ctx.response.redirect().toPath(`/agencies/${agency.id}`)
  }
}
