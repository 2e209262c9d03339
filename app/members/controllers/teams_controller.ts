import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { ChangeTeam } from '../actions/change_team.ts'
import Member from '../models/member.ts'
import Team from '../models/team.ts'
import TeamPolicy from '../policies/team_policy.ts'
import { teamOf } from '../queries/member_of.ts'
import { teamRoles } from '../roles.ts'
import { teamChangeValidator, teamValidator } from '../validators/member.ts'

/** People who work together. */
export default class TeamsController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(TeamPolicy).authorize('view')
    const teams = await Team.query().orderBy('name').withCount('members')
    return view.render('pages/members/teams', { teams })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(TeamPolicy).authorize('manage')
    const { name, city } = await ctx.request.validateUsing(teamValidator)
    const result = await new ChangeTeam().open({ name, city: city ?? null })
    if (!result.ok) return refuseName(ctx, result.reason)
    ctx.session.flash('notice', { key: 'members.teams.opened', facts: { team: name } })
    return ctx.response.redirect().toRoute('teams.show', { id: result.value.id })
  }

  async show({ bouncer, params, staff, view }: HttpContext) {
    await bouncer.with(TeamPolicy).authorize('view')
    const team = await teamOf(params.id)
    const people = await Member.query().where('state', 'active').orderBy('name')
    const mayManage = staff.actor.can('members.manage')
    return view.render('pages/members/team', {
      team,
      members: people.filter((member) => member.teamId === team.id),
      others: people.filter((member) => (mayManage ? member.teamId !== team.id : !member.teamId)),
      mayStaff: await bouncer.with(TeamPolicy).allows('staff', team, staff),
      mayManage,
      teamRoles,
    })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(TeamPolicy).authorize('manage')
    const team = await teamOf(ctx.params.id)
    const { name, city, version } = await ctx.request.validateUsing(teamChangeValidator)
    const result = await new ChangeTeam().handle(team, { name, city: city ?? null }, version)
    if (!result.ok) return refuseName(ctx, result.reason)
    ctx.session.flash('notice', 'members.teams.saved')
    return ctx.response.redirect().toRoute('teams.show', { id: team.id })
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(TeamPolicy).authorize('manage')
    const team = await teamOf(ctx.params.id)
    const result = await new ChangeTeam().close(team)
    if (!result.ok) return refuse(ctx, { status: 409, key: `members.refused.${result.reason}` })
    ctx.session.flash('notice', { key: 'members.teams.closed', facts: { team: team.name } })
    return ctx.response.redirect().toRoute('teams.index')
  }
}

function refuseName(ctx: HttpContext, reason: 'name_taken' | 'stale') {
  const field = reason === 'name_taken' ? 'name' : 'form'
  return refuse(ctx, { status: 409, key: `members.refused.${reason}`, field })
}
