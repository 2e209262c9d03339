import { existsSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { type StaffRole, staffRoles } from '#app/members'
import { declaredPermissions } from '#kernel/permissions/permissions'
import { moduleNames } from '#kernel/modules/module_registry'
import type { TestAgency } from './agency.ts'

/**
 * What the sweep must know of a route: which permission opens it (null: every member of staff),
 * and which record its parameters name.
 */
export interface RoutePolicy {
  permission: string | null
  /** Parameters that name a real record of the agency. */
  params?: (records: SweptRecords) => Record<string, string>
  /** Where the permission's own answer differs from 403 for those who lack it. */
  hides?: boolean
}

/** Names of records to their ids. */
export type SweptRecords = Record<string, string>

export interface SweepFile {
  policies: Record<string, RoutePolicy>
  /** Rows in every table of the module, with `canary` in every text that people write. */
  givenRecords?: (agency: TestAgency, canary: string) => Promise<SweptRecords>
}

export interface SweptRoute {
  name: string
  method: string
  pattern: string
  module: string | null
  policy: RoutePolicy
}

/** The sweep's files: the host's own and one of each module that has any. */
export async function sweepFiles(): Promise<{ module: string | null; file: SweepFile }[]> {
  const host = (await import('../functional/sweep/host_policies.ts')) as SweepFile
  const files: { module: string | null; file: SweepFile }[] = [{ module: null, file: host }]
  for (const module of moduleNames) {
    const path = app.makePath('modules', module, 'tests/sweep.ts')
    if (existsSync(path)) files.push({ module, file: (await import(path)) as SweepFile })
  }
  return files
}

/** Every route of the workspace with its policy; those without one are named in `unknown`. */
export async function workspaceRoutes(): Promise<{ known: SweptRoute[]; unknown: string[] }> {
  const files = await sweepFiles()
  const known: SweptRoute[] = []
  const unknown: string[] = []
  const routes = router.toJSON().root.filter((route) => route.pattern.startsWith('/app'))
  for (const { name, methods, pattern } of routes) {
    const owner = files.find(({ file }) => name !== undefined && name in file.policies)
    if (!owner) unknown.push(`${methods.join()} ${pattern} (${name})`)
    const verbs = owner ? methods.filter((method) => method !== 'HEAD') : []
    for (const method of verbs) {
      known.push({
        name: name!,
        method,
        pattern,
        module: owner!.module,
        policy: owner!.file.policies[name!],
      })
    }
  }
  return { known, unknown }
}

/** The address of a route for these records; unknown parameters become a uuid that names nothing. */
export function addressOf(route: SweptRoute, records: SweptRecords): string {
  const params = route.policy.params?.(records) ?? {}
  return route.pattern.replace(
    /:(\w+)\??/g,
    (_, key: string) => params[key] ?? '00000000-0000-4000-8000-000000000000'
  )
}

/** The staff roles that lack a permission before the agency changes anything. */
export function rolesWithout(permission: string, modules: ReadonlySet<string>): StaffRole[] {
  const grants = declaredPermissions(modules).get(permission) ?? {}
  return staffRoles.filter((role) => !(role in grants))
}
