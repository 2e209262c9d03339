import type { HttpContext } from '@adonisjs/core/http'
import { spendToken } from '../actions/issue_token.ts'
import { addressOf, doors, knock } from '../limits.ts'
import Identity from '../models/identity.ts'
import { beginSession } from '../sign_in.ts'

/**
 * Entering an agency with a one-time ticket (from sign-up, or from another agency). Looking at
 * the address changes nothing: the page posts the ticket by itself, or by its button.
 */
export default class EntriesController {
  async create({ request, response, view }: HttpContext) {
    response.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store')
    return view.render('pages/identity/enter', { ticket: String(request.input('ticket', '')) })
  }

  async store(ctx: HttpContext) {
    await knock(doors.token, addressOf(ctx))
    const ticket = String(ctx.request.input('ticket', ''))
    const token = await spendToken('switch_agency', ticket, { tenantId: ctx.tenant!.id })
    const identity = token?.identityId ? await Identity.find(token.identityId) : null
    if (!identity?.isActive) return ctx.response.redirect().toPath('/login')
    await beginSession(ctx, identity)
    return ctx.response.redirect().toPath('/app')
  }
}
