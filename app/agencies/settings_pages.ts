import router from '@adonisjs/core/services/router'
import { manifests } from '#kernel/modules/module_registry'
import type { SettingsPage } from '#kernel/modules/manifest'
import type { Actor } from '#kernel/tenancy/actor'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

/** A page of the settings; without a permission it is open to all staff. */
type Page = Omit<SettingsPage, 'permission'> & { permission?: string }

const own: Page[] = [
  page('agencies.edit', 'building-2', { route: 'settings.edit', permission: 'agency.manage' }),
  page('agencies.modules', 'blocks', { route: 'modules.index', permission: 'modules.manage' }),
  page('agencies.plan', 'badge-check', { route: 'plan.show', permission: 'modules.manage' }),
  page('members.index', 'users', { route: 'members.index', permission: 'members.view' }),
  page('members.teams', 'users-round', { route: 'teams.index', permission: 'members.view' }),
  page('members.roles', 'key-round', { route: 'roles.index', permission: 'roles.manage' }),
  page('agencies.audit', 'scroll-text', { route: 'audit.index', permission: 'audit.view' }),
  page('api.keys', 'key', { route: 'api_keys.index', permission: 'api_keys.create' }),
  page('members.account', 'circle-user', { route: 'account.show' }),
]

/** The settings that this person may open: the host's own, then those of the modules that are on. */
export function settingsPages({ modules }: TenantSnapshot, actor: Actor) {
  const guests = manifests
    .filter(({ name }) => modules.has(name))
    .flatMap(({ settings = [] }): Page[] => settings)
  return [...own, ...guests]
    .filter(({ permission }) => !permission || actor.can(permission))
    .map(({ label, text, icon, route }) => ({ label, text, icon, url: router.makeUrl(route) }))
}

function page(key: string, icon: string, rest: { route: string; permission?: string }): Page {
  return { label: `${key}.title`, text: `${key}.text`, icon, ...rest }
}
