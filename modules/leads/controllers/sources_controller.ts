import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import { openConnection, revokeConnection } from '../actions/open_connection.ts'
import LeadConnection from '../models/lead_connection.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { newSource, sourcesView } from '../presenters/sources_view.ts'
import { sourceValidator } from '../validators/source.ts'

/** The doors through which advertisements, portals and mail bring leads. */
export default class SourcesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('connect')
    return ctx.view.render('leads::pages/sources/index', await sourcesView(ctx))
  }

  /** The answer shows the secrets: they are kept nowhere from which another page could take them. */
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('connect')
    const wish = await ctx.request.validateUsing(sourceValidator, inMarket(ctx))
    const { connection, secrets } = await openConnection(wish)
    return ctx.view.render('leads::pages/sources/new', newSource(ctx, connection, secrets))
  }

  async destroy(ctx: HttpContext) {
    const { id } = ctx.params
    const open = LeadConnection.query().whereNull('revoked_at')
    const connection = isUuid(id) ? await open.where('id', id).first() : null
    if (!connection) throw new NotHere()
    await ctx.bouncer.with(LeadPolicy).authorize('connect')
    await revokeConnection(connection)
    ctx.session.flash('notice', { key: 'leads.doors.revoked', facts: { name: connection.name } })
    return ctx.response.redirect().toPath('/app/leads/sources')
  }
}
