import type { Actor } from '#kernel/tenancy/actor'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { unit } from '#kernel/tenancy/tenancy'
import Member from '../models/member.ts'
import Team from '../models/team.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'

export interface Colleague {
  id: string
  name: string
  teamId: string | null
}

interface Staff {
  colleagues: Colleague[]
  teams: { id: string; name: string }[]
}

const REMEMBER = 30_000
const kept = new Map<string, { staff: Staff; until: number }>()

noticeBoard.on(STAFF_CHANGED, (tenantId) => kept.delete(tenantId))
noticeBoard.onGap(() => kept.clear())

/** Who works here, remembered for the menus of every list; what is saved is checked anew. */
export async function staffForMenus(): Promise<Staff> {
  const { id } = unit().tenant
  const known = kept.get(id)
  if (known && known.until > Date.now()) return known.staff
  const staff = { colleagues: await colleagues(), teams: await teamNames() }
  if (kept.size > 5_000) kept.clear()
  kept.set(id, { staff, until: Date.now() + REMEMBER })
  return staff
}

/** The active members, as they are now. */
export async function colleagues(): Promise<Colleague[]> {
  const members = await Member.query().where('state', 'active').orderBy('name').orderBy('id')
  return members.map(({ id, name, teamId }) => ({ id, name, teamId }))
}

/** Those to whom the actor may give a record: themselves, and whoever `permission` reaches. */
export function assignableBy(actor: Actor, permission: string, staff: Colleague[]): Colleague[] {
  return staff.filter(
    ({ id, teamId }) => id === actor.id || actor.reaches(permission, { ownerId: id, teamId })
  )
}

async function teamNames() {
  const teams = await Team.query().orderBy('name').orderBy('id')
  return teams.map(({ id, name }) => ({ id, name }))
}
