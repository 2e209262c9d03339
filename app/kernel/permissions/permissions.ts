import { manifests } from '#kernel/modules/module_registry'
import type { RoleGrants } from '#kernel/modules/manifest'
import type { Reach } from '#kernel/tenancy/actor'

/** Permissions that the host features declare themselves. */
const hostPermissions = new Map<string, RoleGrants>()

export function declarePermissions(permissions: Record<string, RoleGrants>): void {
  for (const [name, grants] of Object.entries(permissions)) hostPermissions.set(name, grants)
}

/** Every permission that exists where `modules` are on, with the roles that hold it from the start. */
export function declaredPermissions(modules: ReadonlySet<string>): Map<string, RoleGrants> {
  const declared = new Map(hostPermissions)
  for (const { name, permissions = {} } of manifests) {
    if (!modules.has(name)) continue
    for (const [permission, grants] of Object.entries(permissions)) declared.set(permission, grants)
  }
  return declared
}

/**
 * What a role may do: the bundle that the modules declare, changed by what the agency decided
 * (`none` takes a permission away).
 */
export function permissionsOf(
  role: string,
  modules: ReadonlySet<string>,
  decided: ReadonlyMap<string, Reach | 'none'>
): Map<string, Reach> {
  const held = new Map<string, Reach>()
  for (const [permission, grants] of declaredPermissions(modules)) {
    const reach = decided.get(permission) ?? grants[role] ?? 'none'
    if (reach !== 'none') held.set(permission, reach)
  }
  return held
}
