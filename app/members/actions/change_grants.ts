import { type Result, done, refused } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import type { Reach } from '#kernel/tenancy/actor'
import type { RoleGrants } from '#kernel/modules/manifest'
import { declaredPermissions } from '#kernel/permissions/permissions'
import RoleGrant from '../models/role_grant.ts'
import { choicesOf, isChangeable } from '../permission_table.ts'
import type { StaffRole } from '../roles.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'

type Wish = Record<string, Reach | 'none'>
type Refusal = 'fixed_permission' | 'unknown_permission' | 'only_principal'

/** Decides how far a role may go, where the agency wants it otherwise than the module brought it. */
export class ChangeGrants {
  async handle(role: StaffRole, wish: Wish): Promise<Result<number, Refusal>> {
    const declared = declaredPermissions(unit().tenant.modules)
    const refusal = refusalOf(role, wish, declared)
    if (refusal) return refused(refusal)

    const changed: Record<string, string> = {}
    for (const [permission, reach] of Object.entries(wish)) {
      const bundled = declared.get(permission)![role] ?? 'none'
      if (await decide({ role, permission, reach }, bundled)) changed[permission] = reach
    }
    const count = Object.keys(changed).length
    if (count > 0) this.#record('roles.changed', { role, ...changed })
    return done(count)
  }

  /** Back to what the modules brought. */
  async reset(role: StaffRole): Promise<Result<void, Refusal>> {
    if (currentActor().role !== 'principal') return refused('only_principal')
    await RoleGrant.query().where('role', role).delete()
    this.#record('roles.reset', { role })
    return done(undefined)
  }

  #record(action: string, facts: Record<string, string>): void {
    unit().audit({ action, subjectType: 'role', subjectId: null, facts })
    unit().notify(STAFF_CHANGED, unit().tenant.id)
  }
}

function refusalOf(
  role: StaffRole,
  wish: Wish,
  declared: ReadonlyMap<string, RoleGrants>
): Refusal | null {
  if (currentActor().role !== 'principal') return 'only_principal'
  const wishes = Object.entries(wish)
  const isKnown = ([permission, reach]: [string, Wish[string]]) =>
    declared.has(permission) && choicesOf(permission).includes(reach)
  if (!wishes.every(isKnown)) return 'unknown_permission'
  return wishes.every(([permission]) => isChangeable(permission, role)) ? null : 'fixed_permission'
}

interface Decision {
  role: StaffRole
  permission: string
  reach: Reach | 'none'
}

/** Keeps only what differs from the bundle; true where something changed. */
async function decide({ role, permission, reach }: Decision, bundled: string): Promise<boolean> {
  const grant = await RoleGrant.query().where({ role, permission }).first()
  if ((grant?.reach ?? bundled) === reach) return false
  if (reach === bundled) await grant!.delete()
  else await RoleGrant.updateOrCreate({ role, permission }, { reach })
  return true
}
