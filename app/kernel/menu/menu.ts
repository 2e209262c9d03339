import router from '@adonisjs/core/services/router'
import { manifests } from '#kernel/modules/module_registry'
import type { MenuEntry } from '#kernel/modules/manifest'
import type { Actor } from '#kernel/tenancy/actor'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

export interface MenuItem extends MenuEntry {
  module: string
  url: string
}

/** The rail of this person: the modules that are on, and of them what the person may open. */
export function menuFor(tenant: TenantSnapshot, actor: Actor): MenuItem[] {
  return manifests
    .filter((manifest) => tenant.modules.has(manifest.name))
    .flatMap(({ name, menu = [] }) => menu.map((entry) => ({ ...entry, module: name })))
    .filter((entry) => actor.can(entry.permission))
    .map((entry) => ({ ...entry, url: router.makeUrl(entry.route) }))
}

/** What this person may create from anywhere, in the top bar and the palette. */
export function createActsFor(tenant: TenantSnapshot, actor: Actor): MenuItem[] {
  return manifests
    .filter((manifest) => tenant.modules.has(manifest.name))
    .flatMap(({ name, create = [] }) => create.map((entry) => ({ ...entry, module: name })))
    .filter((entry) => actor.can(entry.permission))
    .map((entry) => ({ ...entry, url: router.makeUrl(entry.route) }))
}
