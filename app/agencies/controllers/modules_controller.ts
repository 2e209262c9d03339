import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { marketPack } from '#kernel/markets/packs'
import { manifestOf } from '#kernel/modules/module_registry'
import { SwitchModule } from '../actions/switch_module.ts'
import AgencyPolicy from '../policies/agency_policy.ts'
import { moduleOverview } from '../queries/module_overview.ts'

/** The agency's modules: what the plan includes, what is on, and what it takes to get the rest. */
export default class ModulesController {
  async index({ bouncer, request, tenant, view }: HttpContext) {
    await bouncer.with(AgencyPolicy).authorize('manageModules')
    const overview = await moduleOverview(tenant!, marketPack(tenant!.market))
    const page = request.wantsFragment() ? 'partials/module_lines' : 'pages/agencies/modules'
    return view.render(page, { overview })
  }

  async store(ctx: HttpContext) {
    return this.#switch(ctx, 'on')
  }

  async destroy(ctx: HttpContext) {
    return this.#switch(ctx, 'off')
  }

  async #switch(ctx: HttpContext, direction: 'on' | 'off') {
    await ctx.bouncer.with(AgencyPolicy).authorize('manageModules')
    const manifest = manifestOf(ctx.params.name)
    if (!manifest) throw new NotHere()
    const result = await new SwitchModule().handle(ctx.tenant!, manifest.name, direction)
    if (!result.ok) {
      const names = [result.facts.modules ?? []].flat().map((name) => titleOf(ctx, String(name)))
      const facts = { modules: ctx.i18n.formatList(names), count: names.length }
      return refuse(ctx, { status: 409, key: `agencies.modules.${result.reason}`, facts })
    }
    const word = result.value.isReady ? `switched_${direction}` : 'in_progress'
    const facts = { module: titleOf(ctx, manifest.name) }
    ctx.session.flash('notice', { key: `agencies.modules.${word}`, facts })
    return ctx.response.redirect().toPath('/app/settings/modules')
  }
}

function titleOf(ctx: HttpContext, name: string): string {
  return ctx.i18n.t(manifestOf(name)?.title ?? name)
}
