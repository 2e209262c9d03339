import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'
import type Team from '../models/team.ts'
import type { TeamRole } from '../roles.ts'

/** Where the person stands in their own team. */
export interface TeamStanding {
  teamRole: TeamRole | null
}

export default class TeamPolicy extends BasePolicy {
  view(actor: Actor) {
    return actor.can('members.view')
  }

  manage(actor: Actor) {
    return actor.can('members.manage')
  }

  /** Who belongs to a team: whoever manages members, and the team's own owner and admins. */
  staff(actor: Actor, team: Team, { teamRole }: TeamStanding) {
    const isTheirs = actor.teamId === team.id && (teamRole === 'owner' || teamRole === 'admin')
    return isTheirs || actor.can('members.manage')
  }
}
