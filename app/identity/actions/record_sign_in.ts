import { auditPlatform } from '#kernel/audit/audit_apart'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

interface SignInFacts {
  identityId: string
  tenant?: TenantSnapshot
  address: string
}

type SignInDeed = 'identity.signed_in' | 'identity.signed_out' | 'identity.sign_in_refused'

/** Who came, went or was refused: in the agency's audit, or in the platform's for the console. */
export async function recordSignIn(
  action: SignInDeed,
  { identityId, tenant, address }: SignInFacts
): Promise<void> {
  const fact = { action, subjectType: 'identity', subjectId: identityId, facts: { address } }
  if (!tenant) return auditPlatform(fact)
  return tenancy.run(tenant, async () => unit().audit(fact))
}
