import type { HttpContext } from '@adonisjs/core/http'
import { manifests } from '#kernel/modules/module_registry'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { enterSite } from '../enter_site.ts'

/** The agency's public address: its site where a module that is on brings one, else the workspace. */
export default class FrontDoorsController {
  async show(ctx: HttpContext) {
    const front = frontOf(ctx.tenant as TenantSnapshot)
    if (!front) return ctx.response.redirect().toPath('/app')
    const { default: show } = await front()
    let page: unknown
    await enterSite(ctx, async () => {
      page = await show(ctx)
    })
    return page
  }
}

function frontOf({ modules }: TenantSnapshot) {
  return manifests.find(({ name, front }) => front && modules.has(name))?.front
}
