import { type Result, done, refused } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import type Member from '../models/member.ts'
import type Team from '../models/team.ts'
import type { TeamRole } from '../roles.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'

interface Place {
  /** null takes the member out of the team. */
  teamRole: TeamRole | null
  /** What the person who asks is in the team. */
  by: TeamRole | null
}

type Refusal = 'other_team' | 'only_owner'

/**
 * Puts a member into a team, gives them another part in it, or takes them out. Owners and admins
 * of a team do so for their own team; owners alone decide about owners.
 */
export class PlaceInTeam {
  async handle(team: Team, member: Member, place: Place): Promise<Result<Member, Refusal>> {
    const refusal = this.#refusal(team, member, place)
    if (refusal) return refused(refusal)

    const teamId = place.teamRole ? team.id : null
    await member.merge({ teamId, teamRole: place.teamRole, version: member.version + 1 }).save()
    const facts = { team: team.name, teamRole: place.teamRole ?? 'none' }
    unit().audit({ action: 'teams.placed', subjectType: 'member', subjectId: member.id, facts })
    unit().notify(STAFF_CHANGED, unit().tenant.id)
    return done(member)
  }

  #refusal(team: Team, member: Member, { teamRole, by }: Place): Refusal | null {
    const isHere = member.teamId === team.id
    if (teamRole === null && !isHere) return 'other_team'
    if (currentActor().can('members.manage')) return null
    if (member.teamId && !isHere) return 'other_team'
    const owners = [teamRole, member.teamRole].includes('owner')
    return owners && by !== 'owner' ? 'only_owner' : null
  }
}
