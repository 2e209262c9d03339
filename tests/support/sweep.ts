import { existsSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { type StaffRole, staffRoles } from '#app/members'
import { ownerPool } from '#kernel/fleet/owner'
import { declaredPermissions } from '#kernel/permissions/permissions'
import { moduleNames } from '#kernel/modules/module_registry'
import type { Reach } from '#kernel/tenancy/actor'
import { schemaName } from '#kernel/tenancy/names'
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
  /** Takes what they show off the public site; in the agency's open unit. */
  unpublish?: () => Promise<unknown>
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
export async function workspaceRoutes(): Promise<SweptRoutes> {
  return routesBelow('/app')
}

/** The same for those of the API, but for its document, which is open to everybody. */
export async function programRoutes(): Promise<SweptRoutes> {
  const { known, unknown } = await routesBelow('/api/v1')
  const isOpen = (said: string) => said.includes('openapi.json')
  return {
    known: known.filter(({ method }) => method !== 'PUT'),
    unknown: unknown.filter((said) => !isOpen(said)),
  }
}

/** What modules bring to the agency's public site. */
export async function siteRoutes(): Promise<SweptRoutes> {
  const own = new Set(['site.home', 'site.robots.show'])
  const hosts =
    /^\/(app|portal|api|files|login|logout|password|enter|verify|join|invitations?)(\/|$)/
  return routesWhere(({ name, pattern }) => !own.has(name ?? '') && !hosts.test(pattern))
}

interface SweptRoutes {
  known: SweptRoute[]
  unknown: string[]
}

function routesBelow(start: string): Promise<SweptRoutes> {
  return routesWhere(({ pattern }) => pattern.startsWith(start))
}

async function routesWhere(
  isAsked: (route: { name?: string; pattern: string }) => boolean
): Promise<SweptRoutes> {
  const files = await sweepFiles()
  const known: SweptRoute[] = []
  const unknown: string[] = []
  const routes = router.toJSON().root.filter((route) => isAsked(route))
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

/** The staff roles whose permission goes this far before the agency changes anything. */
export function rolesReaching(
  reach: Reach,
  permission: string,
  modules: ReadonlySet<string>
): StaffRole[] {
  const grants = declaredPermissions(modules).get(permission) ?? {}
  return staffRoles.filter((role) => grants[role] === reach)
}

/** Columns in which nobody writes words: keys, kinds and states that the product chooses itself. */
const OWN_WORDS = new Set(
  `action actor_kind authority_kind closed_as colour counts deal_type deed error fingerprint hidden_modules key kind kinds listener media_type
   moderation outcome plot_unit rent_period size_unit visibility permission reach reasons role sha256 state status subject_type team_role theme type from_status to_status
   saved_views.list list_starts.list contact_requirements.types contact_requirements.features timing listing_media.pictures listing_media.placeholder
   undone counters.name intent maps_to priority_factors last_rule evidence lead_rules.target lead_claims.member_ids lead_lookups.part
   lead_claims.fallback frequency search_alerts.reason suppressed_because locked_fields
   listing_feeds.auth listing_feeds.applies listing_feeds.secrets
   notifications.path notifications.module`.split(/\s+/)
)

/** The columns of the agency that could hold what people write, and hold the canary nowhere. */
export async function textsWithout(canary: string, agency: TestAgency): Promise<string[]> {
  const schema = schemaName(agency.id)
  const { rows } = await ownerPool().query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = $1 and is_generated = 'NEVER' and data_type in ('text', 'jsonb', 'ARRAY', 'character varying')`,
    [schema]
  )
  const open = rows.filter(
    ({ table, column }) => !OWN_WORDS.has(column) && !OWN_WORDS.has(`${table}.${column}`)
  )
  const counted = open.map(
    ({ table, column }) =>
      `select '${table}.${column}' as name where not exists
         (select from "${schema}"."${table}" where "${column}"::text ilike '%${canary}%')`
  )
  const missing = await ownerPool().query<{ name: string }>(counted.join(' union all '))
  return missing.rows.map(({ name }) => name)
}
