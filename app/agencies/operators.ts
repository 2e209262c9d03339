import type { HttpContext } from '@adonisjs/core/http'
import type { Identity } from '#app/identity'
import { auditPlatform } from '#kernel/audit/audit_apart'
import { Forbidden } from '#kernel/http/errors'
import { Actor } from '#kernel/tenancy/actor'

type OperatorRole = NonNullable<Identity['operatorRole']>

export const operatorRoles = [
  'platform_admin',
  'moderator',
  'finance_ops',
  'support_agent',
  'ops_rm_lead',
] as const satisfies OperatorRole[]

/** What operators may do on the console, by role. */
const grants: Record<string, OperatorRole[]> = {
  'agencies.view': [...operatorRoles],
  'agencies.suspend': ['platform_admin'],
}

/** The operator who is signed in; 403 where the role does not allow the deed. */
export function operatorWhoMay(ctx: HttpContext, deed: string): Actor {
  const operator = operatorActor(ctx.auth.use('console').getUserOrFail())
  if (!operator.can(deed)) throw new Forbidden(deed)
  return operator
}

/** Every look of an operator at an agency stands in the platform's audit log. */
export function recordAccess(
  operator: Actor,
  action: string,
  { agencyId = null, facts = {} }: { agencyId?: string | null; facts?: Record<string, unknown> }
): Promise<void> {
  const subject = { subjectType: 'agency', subjectId: agencyId, tenantId: agencyId }
  return auditPlatform({ action, ...subject, facts }, operator)
}

function operatorActor({ id, name, operatorRole }: Identity): Actor {
  const held = Object.keys(grants).filter((deed) =>
    grants[deed].some((one) => one === operatorRole)
  )
  return new Actor({
    id,
    identityId: id,
    kind: 'operator',
    name,
    role: operatorRole ?? '',
    teamId: null,
    permissions: new Map(held.map((deed) => [deed, 'all'])),
  })
}
