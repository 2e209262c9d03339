import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { manifestOf } from '#kernel/modules/module_registry'
import { SwitchModule } from '../actions/switch_module.ts'
import AgencyPolicy from '../policies/agency_policy.ts'
import { moduleOverview } from '../queries/module_overview.ts'

/** The agency's modules: what the plan includes, what is on, and what it takes to get the rest. */
export default class ModulesController {
  async index({ bouncer, tenant, view }: HttpContext) {
    await bouncer.with(AgencyPolicy).authorize('manageModules')
    return view.render('pages/agencies/modules', { overview: await moduleOverview(tenant!) })
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
      const names = ((result.facts.modules ?? []) as string[]).map((name) => ctx.i18n.t(manifestOf(name)?.title ?? name))
      return refuse(ctx, { status: 409, key: `agencies.modules.${result.reason}`, facts: { modules: names.join(', ') } })
    }
    const key = result.value.isReady ? `agencies.modules.switched_${direction}` : 'agencies.modules.in_progress'
    ctx.session.flash('notice', { key, facts: { module: ctx.i18n.t(manifest.title) } })
    return ctx.response.redirect().toPath('/app/settings/modules')
  }
}
