import type { HttpContext } from '@adonisjs/core/http'
import { originOf } from '#app/identity'
import { manifests } from '#kernel/modules/module_registry'

const CLOSED = ['/app', '/portal', '/login', '/logout', '/password/', '/enter', '/verify/']

/** What search engines may read of this host, and where the list of its pages lies. */
export default class RobotsController {
  async show(ctx: HttpContext) {
    const lines = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`)]
    if (hasSite(ctx)) lines.push(`Sitemap: ${originOf(ctx, ctx.tenant!.host)}/sitemap.xml`)
    ctx.response.header('content-type', 'text/plain; charset=utf-8')
    return `${lines.join('\n')}\n`
  }
}

function hasSite({ tenant }: HttpContext): boolean {
  return manifests.some(({ name, front }) => front && tenant?.modules.has(name))
}
