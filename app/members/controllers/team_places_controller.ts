import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { PlaceInTeam } from '../actions/place_in_team.ts'
import type Member from '../models/member.ts'
import type Team from '../models/team.ts'
import TeamPolicy from '../policies/team_policy.ts'
import { memberOf, teamOf } from '../queries/member_of.ts'
import type { TeamRole } from '../roles.ts'
import { teamPlaceValidator, teamRoleValidator } from '../validators/member.ts'

/** Who belongs to a team, and as what. */
export default class TeamPlacesController {
  async store(ctx: HttpContext) {
    const team = await this.#teamToStaff(ctx)
    const { memberId, teamRole } = await ctx.request.validateUsing(teamPlaceValidator)
    return this.#place(ctx, team, { member: await memberOf(memberId), teamRole })
  }

  async update(ctx: HttpContext) {
    const team = await this.#teamToStaff(ctx)
    const { teamRole } = await ctx.request.validateUsing(teamRoleValidator)
    return this.#place(ctx, team, { member: await memberOf(ctx.params.member_id), teamRole })
  }

  async destroy(ctx: HttpContext) {
    const team = await this.#teamToStaff(ctx)
    return this.#place(ctx, team, { member: await memberOf(ctx.params.member_id), teamRole: null })
  }

  async #teamToStaff({ bouncer, params, staff }: HttpContext): Promise<Team> {
    const team = await teamOf(params.id)
    await bouncer.with(TeamPolicy).authorize('staff', team, staff)
    return team
  }

  async #place(
    ctx: HttpContext,
    team: Team,
    { member, teamRole }: { member: Member; teamRole: TeamRole | null }
  ) {
    const { teamRole: own } = ctx.staff
    const result = await new PlaceInTeam().handle(team, member, { teamRole, by: own })
    if (!result.ok) return refuse(ctx, { status: 409, key: `members.refused.${result.reason}` })
    ctx.session.flash('notice', 'members.teams.saved')
    return ctx.response.redirect().toRoute('teams.show', { id: team.id })
  }
}
