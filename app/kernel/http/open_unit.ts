import type { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#kernel/tenancy/actor'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { AgencyClosed } from './errors.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Opens the request's unit of work around `next`. GET and HEAD get one in which the database
 * refuses writes. It rolls back on a throw, on any status of 400 or more, and when the
 * controller refused or flashed errors.
 */
export async function openUnit(
  ctx: HttpContext,
  actor: Actor,
  next: () => Promise<unknown>
): Promise<void> {
  const tenant = ctx.tenant as TenantSnapshot
  if (tenant.status === 'suspended' || tenant.status === 'closing') throw new AgencyClosed()

  await tenancy.run(
    tenant,
    async () => {
      await next()
      if (mustRollBack(ctx)) unit().refuse()
    },
    { actor, readOnly: READS.has(ctx.request.method()) }
  )
}

function mustRollBack(ctx: HttpContext): boolean {
  if (ctx.response.getStatus() >= 400) return true
  return ctx.session?.responseFlashMessages.has('errorsBag') === true
}
