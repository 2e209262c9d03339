import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import config from '#config/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { NotHere } from './errors.ts'

const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?$/i

/**
 * The agency comes from the Host header alone. Apex and console belong to the platform; an
 * unknown, reserved or malformed host is 404.
 */
export default class FindTenantMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!HOST.test(ctx.request.host() ?? '')) throw new NotHere()
    const host = ctx.request.hostname()!.toLowerCase()
    if (host === config.baseDomain || host === config.consoleDomain) return next()

    const tenant = await tenantDirectory.byHost(host)
    if (!tenant || tenant.status === 'provisioning') throw new NotHere()
    ctx.tenant = tenant
    return next()
  }
}
