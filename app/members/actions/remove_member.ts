import { endSessionsOf, personChanged } from '#app/identity'
import { type Result, done, refused } from '#kernel/result/result'
import { coreSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { MemberRemoved } from '../events/member_removed.ts'
import type Member from '../models/member.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'
import { isLastPrincipal } from './principals.ts'

type Refusal = 'last_principal' | 'only_principal' | 'self'

/** Ends a membership and its sessions. What the person did stays, under their name. */
export class RemoveMember {
  async handle(member: Member): Promise<Result<Member, Refusal>> {
    const refusal = await this.#refusal(member)
    if (refusal) return refused(refusal)

    const tenantId = unit().tenant.id
    const { name, role } = member
    await member.merge({ state: 'removed', teamId: null, teamRole: null }).save()
    unit().audit({
      action: 'members.removed',
      subjectType: 'member',
      subjectId: member.id,
      facts: { name, role },
    })
    unit().tell(new MemberRemoved(member))
    unit().notify(STAFF_CHANGED, tenantId)
    await coreSql(
      `update memberships set state = 'removed', updated_at = now() where tenant_id = ? and identity_id = ?`,
      [tenantId, member.identityId]
    )
    await endSessionsOf(member.identityId, { tenantId })
    await personChanged(member.identityId)
    return done(member)
  }

  async #refusal(member: Member): Promise<Refusal | null> {
    const actor = currentActor()
    if (await isLastPrincipal(member)) return 'last_principal'
    if (member.id === actor.id) return 'self'
    return member.role === 'principal' && actor.role !== 'principal' ? 'only_principal' : null
  }
}
