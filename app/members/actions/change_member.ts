import { type Result, done, refused } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import type Member from '../models/member.ts'
import Team from '../models/team.ts'
import type { StaffRole, TeamRole } from '../roles.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'
import { isLastPrincipal } from './principals.ts'

export interface MemberChange {
  role: StaffRole
  teamId: string | null
  teamRole: TeamRole | null
  city: string | null
}

type Refusal = 'stale' | 'last_principal' | 'only_principal' | 'own_role' | 'unknown_team'

/** Gives a member another role, team or place. Only principals make and unmake principals. */
export class ChangeMember {
  async handle(
    member: Member,
    change: MemberChange,
    seenVersion: number
  ): Promise<Result<Member, Refusal>> {
    const refusal = await this.#refusal(member, change)
    if (refusal) return refused(refusal)

    const before = { role: member.role, teamId: member.teamId, teamRole: member.teamRole }
    const teamRole = change.teamId ? (change.teamRole ?? 'member') : null
    member.merge({ ...change, teamRole })
    if (!(await member.saveSeen(seenVersion))) return refused('stale')

    const after = { role: member.role, teamId: member.teamId, teamRole: member.teamRole }
    const facts = { before, after }
    unit().audit({ action: 'members.changed', subjectType: 'member', subjectId: member.id, facts })
    unit().notify(STAFF_CHANGED, unit().tenant.id)
    return done(member)
  }

  async #refusal(member: Member, { role, teamId }: MemberChange): Promise<Refusal | null> {
    const refusal = role === member.role ? null : await roleRefusal(member, role)
    if (refusal) return refusal
    return teamId && !(await Team.find(teamId)) ? 'unknown_team' : null
  }
}

async function roleRefusal(member: Member, role: StaffRole): Promise<Refusal | null> {
  const actor = currentActor()
  if (actor.role === 'principal') return (await isLastPrincipal(member)) ? 'last_principal' : null
  if (role === 'principal' || member.role === 'principal') return 'only_principal'
  return member.id === actor.id ? 'own_role' : null
}
