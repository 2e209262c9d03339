import { manifests } from '#kernel/modules/module_registry'
import type { RoleGrants } from '#kernel/modules/manifest'
import { declaredPermissions } from '#kernel/permissions/permissions'
import type { Reach } from '#kernel/tenancy/actor'
import type RoleGrant from './models/role_grant.ts'
import { type StaffRole, staffRoles } from './roles.ts'

export const reaches = ['none', 'own', 'team', 'all'] as const

type Grant = Reach | 'none'

interface PermissionCell {
  role: StaffRole
  reach: Grant
  /** What came with the module. */
  bundled: Grant
  isFixed: boolean
}

export interface PermissionLine {
  permission: string
  /** The word after the dot: view, update, assign … */
  verb: string
  /** How far it may go; the host's own permissions are had or not. */
  choices: readonly Grant[]
  cells: PermissionCell[]
}

export interface PermissionGroup {
  /** The module's name, or the host's area. */
  name: string
  /** i18n key of the module's title; null for the host's areas. */
  title: string | null
  lines: PermissionLine[]
}

/** Who decides about roles must not be decided away from the principals, nor to anybody else. */
const ONLY_PRINCIPALS = new Set(['roles.manage'])

/** Every permission that exists where `modules` are on, by module, with the reach of each role. */
export function permissionTable(
  modules: ReadonlySet<string>,
  decided: RoleGrant[]
): PermissionGroup[] {
  const lines = [...declaredPermissions(modules)].map(([permission, bundle]) =>
    lineOf(permission, bundle, decided)
  )
  const names = [...new Set(lines.map(({ permission }) => permission.split('.')[0]))]
  return names.map((name) => ({
    name,
    title: manifests.find((manifest) => manifest.name === name)?.title ?? null,
    lines: lines.filter(({ permission }) => permission.startsWith(`${name}.`)),
  }))
}

/** May the agency give this role another reach than the module did? */
export function isChangeable(permission: string, role: StaffRole): boolean {
  return role !== 'principal' && !ONLY_PRINCIPALS.has(permission)
}

/** How far a permission may go. Permissions of the host itself know no owner. */
export function choicesOf(permission: string): readonly Grant[] {
  const isOfModule = manifests.some(({ name }) => permission.startsWith(`${name}.`))
  return isOfModule ? reaches : ['none', 'all']
}

function lineOf(permission: string, bundle: RoleGrants, decided: RoleGrant[]): PermissionLine {
  const cells = staffRoles.map((role) => {
    const bundled = bundle[role] ?? 'none'
    const grant = decided.find((one) => one.role === role && one.permission === permission)
    const isFixed = !isChangeable(permission, role)
    return { role, bundled, reach: isFixed ? bundled : (grant?.reach ?? bundled), isFixed }
  })
  const verb = permission.slice(permission.indexOf('.') + 1)
  return { permission, verb, choices: choicesOf(permission), cells }
}
