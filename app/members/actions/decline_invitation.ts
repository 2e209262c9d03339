import { spendToken } from '#app/identity'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

/** The link ends, and the agency's log says who did not want to come. */
export class DeclineInvitation {
  async handle(tenant: TenantSnapshot, secret: string): Promise<void> {
    const token = await spendToken('invite', secret, { tenantId: tenant.id })
    if (!token) return
    const facts = { email: token.payload.email }
    const fact = { action: 'members.invitation_declined', subjectType: 'member', subjectId: null }
    await tenancy.run(tenant, async () => unit().audit({ ...fact, facts }))
  }
}
