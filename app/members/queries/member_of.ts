import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import Member from '../models/member.ts'
import Team from '../models/team.ts'

/** The member with this id who still works here; 404 otherwise. */
export async function memberOf(id: unknown): Promise<Member> {
  const member = isUuid(id)
    ? await Member.query().where('id', id).whereNot('state', 'removed').first()
    : null
  if (!member) throw new NotHere()
  return member
}

/** The team with this id; 404 otherwise. */
export async function teamOf(id: unknown): Promise<Team> {
  const team = isUuid(id) ? await Team.find(id) : null
  if (!team) throw new NotHere()
  return team
}
