import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import type Identity from './models/identity.ts'

/** Opens a session with a fresh id, bound to the host's agency (or to the console). */
export async function beginSession(ctx: HttpContext, identity: Identity): Promise<void> {
  const guard = ctx.tenant ? 'staff' : 'console'
  await ctx.auth.use(guard).login(identity)
  if (ctx.tenant) ctx.session.put('tenant', ctx.tenant.id)
  identity.lastSignedInAt = DateTime.utc()
  await identity.save()
  if (!ctx.tenant) return
  await tenancy.run(ctx.tenant, async () => {
    unit().audit({ action: 'identity.signed_in', subjectType: 'identity', subjectId: identity.id })
  })
}
