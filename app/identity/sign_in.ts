import type { HttpContext } from '@adonisjs/core/http'
import { coreSql } from '#kernel/tenancy/sql'
import { recordSignIn } from './actions/record_sign_in.ts'
import type Identity from './models/identity.ts'

/** Opens a session with a fresh id, bound to the host's agency (or to the console). */
export async function beginSession(ctx: HttpContext, identity: Identity): Promise<void> {
  await ctx.auth.use(ctx.tenant ? 'staff' : 'console').login(identity)
  if (ctx.tenant) ctx.session.put('tenant', ctx.tenant.id)
  await coreSql('update identities set last_signed_in_at = now() where id = ?', [identity.id])
  await recordSignIn('identity.signed_in', {
    identityId: identity.id,
    tenant: ctx.tenant,
    address: ctx.request.ip(),
  })
}
