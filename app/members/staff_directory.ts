import { Actor } from '#kernel/tenancy/actor'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { permissionsOf } from '#kernel/permissions/permissions'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import Member from './models/member.ts'
import RoleGrant from './models/role_grant.ts'

export interface StaffEntry {
  actor: Actor
  hiddenModules: string[]
  theme: 'system' | 'light' | 'dark'
}

interface Kept {
  entry: StaffEntry | null
  modules: ReadonlySet<string>
  until: number
}

const REMEMBER = 30_000
const kept = new Map<string, Kept>()

/** Announced with the agency's id whenever a member, a team or a grant changes. */
export const STAFF_CHANGED = 'freehold_staff'

noticeBoard.on(STAFF_CHANGED, (tenantId) => {
  for (const key of kept.keys()) if (key.startsWith(tenantId)) kept.delete(key)
})
noticeBoard.onGap(() => kept.clear())

/** The person of staff behind an identity in this agency, with all they may do; null for a stranger. */
export async function staffEntry(tenant: TenantSnapshot, identityId: string): Promise<StaffEntry | null> {
  const key = `${tenant.id}:${identityId}`
  const known = kept.get(key)
  if (known && known.until > Date.now() && known.modules === tenant.modules) return known.entry
  const entry = await tenancy.run(tenant, () => loadEntry(tenant, identityId), { readOnly: true })
  if (kept.size > 20_000) kept.clear()
  kept.set(key, { entry, modules: tenant.modules, until: Date.now() + REMEMBER })
  return entry
}

async function loadEntry(tenant: TenantSnapshot, identityId: string): Promise<StaffEntry | null> {
  const member = await Member.query().where({ identityId, state: 'active' }).first()
  if (!member) return null
  const grants = await RoleGrant.query().where('role', member.role)
  const decided = new Map(grants.map((grant) => [grant.permission, grant.reach]))
  const actor = new Actor({
    id: member.id,
    identityId,
    kind: 'staff',
    name: member.name,
    role: member.role,
    teamId: member.teamId,
    permissions: permissionsOf(member.role, tenant.modules, decided),
  })
  return { actor, hiddenModules: member.hiddenModules, theme: member.theme }
}
