import { Remembered } from '#app/identity'
import { registerActorSource } from '#kernel/events/actor_source'
import { permissionsOf } from '#kernel/permissions/permissions'
import { Actor } from '#kernel/tenancy/actor'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import Member from './models/member.ts'
import RoleGrant from './models/role_grant.ts'
import type { TeamRole } from './roles.ts'

export interface StaffEntry {
  actor: Actor
  teamRole: TeamRole | null
  hiddenModules: string[]
  theme: 'system' | 'light' | 'dark'
  /** Whom to ask for what one may not do. */
  principals: string[]
}

interface Kept {
  entry: StaffEntry
  modules: ReadonlySet<string>
}

const staff = new Remembered<Kept>(30_000)

/** Announced with the agency's id whenever a member, a team or a grant changes. */
export const STAFF_CHANGED = 'freehold_staff'

noticeBoard.on(STAFF_CHANGED, (tenantId) =>
  staff.forgetThose((key) => key.startsWith(`${tenantId}:`))
)
noticeBoard.onGap(() => staff.forgetAll())

/** What a program began with a person's key goes on in that person's name. */
for (const kind of ['staff', 'api'] as const) {
  registerActorSource(kind, async (tenant, actorId) => {
    const member = await Member.query().where({ id: actorId, state: 'active' }).first()
    return member && (await actorOf(tenant, member))
  })
}

/** The person of staff behind an identity in this agency, with all they may do; null for a stranger. */
export async function staffEntry(
  tenant: TenantSnapshot,
  identityId: string
): Promise<StaffEntry | null> {
  const key = `${tenant.id}:${identityId}`
  const load = () => loadEntry(tenant, identityId)
  const known = await staff.read(key, load)
  if (!known || known.modules === tenant.modules) return known?.entry ?? null
  staff.forget(key)
  return (await staff.read(key, load))?.entry ?? null
}

function loadEntry(tenant: TenantSnapshot, identityId: string): Promise<Kept | null> {
  const read = async () => {
    const member = await Member.query().where({ identityId, state: 'active' }).first()
    if (!member) return null
    const actor = await actorOf(tenant, member)
    const { teamRole, hiddenModules, theme } = member
    const entry = { actor, teamRole, hiddenModules, theme, principals: await namesOfPrincipals() }
    return { entry, modules: tenant.modules }
  }
  return tenancy.run(tenant, read, { readOnly: true })
}

async function actorOf(tenant: TenantSnapshot, member: Member): Promise<Actor> {
  const grants = await RoleGrant.query().where('role', member.role)
  const decided = new Map(grants.map((grant) => [grant.permission, grant.reach]))
  return new Actor({
    id: member.id,
    identityId: member.identityId,
    kind: 'staff',
    name: member.name,
    role: member.role,
    teamId: member.teamId,
    permissions: permissionsOf(member.role, tenant.modules, decided),
  })
}

async function namesOfPrincipals(): Promise<string[]> {
  const principals = await Member.query()
    .where({ role: 'principal', state: 'active' })
    .orderBy('name')
    .limit(3)
  return principals.map(({ name }) => name)
}
