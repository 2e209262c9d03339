import type { HttpContext } from '@adonisjs/core/http'
import { createActsFor, menuFor } from '#kernel/menu/menu'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { StaffEntry } from './staff_directory.ts'

/** What every page of the workspace shows around its own content. */
export function shellFor(ctx: HttpContext, staff: StaffEntry) {
  const tenant = ctx.tenant as TenantSnapshot
  const path = ctx.request.url()
  const menu = menuFor(tenant, staff.actor).filter(
    (item) => !staff.hiddenModules.includes(item.module)
  )
  return {
    agency: brandOf(tenant),
    actor: {
      name: staff.actor.name,
      role: staff.actor.role,
      initials: initialsOf(staff.actor.name),
      can: (permission: string) => staff.actor.can(permission),
    },
    menu: menu.map(({ label, icon, url }) => ({
      label: ctx.i18n.t(label),
      icon,
      url,
      current: path === url || path.startsWith(`${url}/`),
    })),
    settingsUrl: '/app/settings',
    agencies: [],
    theme: staff.theme,
    createMenu: createMenu(ctx, staff),
    toasts: toasts(ctx),
    impersonation: null,
  }
}

/** The agency's face, also for pages that nobody is signed in on. */
export function brandOf(tenant: TenantSnapshot) {
  return {
    name: tenant.name,
    slug: tenant.slug,
    initials: initialsOf(tenant.name),
    primary: tenant.branding.primary ?? '#1d4ed8',
    primaryContent: tenant.branding.primaryContent ?? '#ffffff',
    logoUrl: null,
  }
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

function createMenu(ctx: HttpContext, staff: StaffEntry) {
  return createActsFor(ctx.tenant as TenantSnapshot, staff.actor).map(({ label, icon, url }) => ({
    label: ctx.i18n.t(label),
    icon,
    url,
  }))
}

function toasts(ctx: HttpContext) {
  const notice = ctx.session.flashMessages.get('notice')
  if (!notice) return []
  const { key, facts, undo } =
    typeof notice === 'string' ? { key: notice, facts: {}, undo: undefined } : notice
  return [
    {
      kind: 'success',
      text: ctx.i18n.t(key, facts),
      undo: undo && { url: undo, label: ctx.i18n.t('kit.undo') },
    },
  ]
}
