import type { HttpContext, Router } from '@adonisjs/core/http'
import config from '#config/tenancy'
import { manifests } from '#kernel/modules/module_registry'
import type { RoutesFile, SurfaceName } from '#kernel/modules/manifest'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The agency whose host was asked; absent on the apex and the console. */
    tenant?: TenantSnapshot
  }
}

type Guard = (
  ctx: HttpContext,
  next: () => Promise<void>,
  options: { module?: string }
) => Promise<unknown>

/** How a surface is entered: host, tenant, guard, unit of work. The host features fill them in. */
const guards = new Map<SurfaceName, Guard>()

export function guardSurface(name: SurfaceName, guard: Guard): void {
  guards.set(name, guard)
}

/** null: at the root of its host. */
const prefixes: Record<SurfaceName, string | null> = {
  workspace: '/app',
  portal: '/portal',
  site: null,
  platform: null,
  console: null,
  api: '/api/v1',
}

/**
 * Mounts one file of routes on its surfaces, each wrapped in the surface's guard, so that no
 * route can be mounted without it. `module` null means that the routes are the host's own.
 */
export function mountRoutes(router: Router, file: RoutesFile, module: string | null = null): void {
  for (const surface of Object.keys(file) as SurfaceName[]) {
    if (prefixes[surface] !== undefined)
      mountSurface(router, surface, { draw: file[surface], module })
  }
}

/** Mounts the routes of every module on the guest list. */
export async function mountModules(router: Router): Promise<void> {
  for (const manifest of manifests) {
    if (manifest.routes) mountRoutes(router, await manifest.routes(), manifest.name)
  }
}

function mountSurface(
  router: Router,
  surface: SurfaceName,
  { draw, module }: { draw?: (router: Router) => void; module: string | null }
): void {
  if (!draw) return
  // Programs may also ask at the apex: there, the key tells the agency.
  if (surface === 'api') {
    groupOf(router, surface, { draw, module }).as('apex.api').domain(config.baseDomain)
  }
  const group = groupOf(router, surface, { draw, module })
  if (surface !== 'workspace') group.as(surface)
  if (surface === 'platform') group.domain(config.baseDomain)
  if (surface === 'console') group.domain(config.consoleDomain)
}

function groupOf(
  router: Router,
  surface: SurfaceName,
  { draw, module }: { draw: (router: Router) => void; module: string | null }
) {
  const group = router
    .group(() => draw(router))
    .use((ctx, next) => guardOf(surface)(ctx, next, { module: module ?? undefined }))
  const prefix = prefixes[surface]
  return prefix ? group.prefix(prefix) : group
}

function guardOf(surface: SurfaceName): Guard {
  const guard = guards.get(surface)
  if (!guard) throw new Error(`Nobody guards the surface "${surface}"`)
  return guard
}
