import type { HttpContext } from '@adonisjs/core/http'
import { agenciesOf } from '#app/identity'
import { unreadFor } from '#kernel/menu/bell'
import { createActsFor, menuFor } from '#kernel/menu/menu'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { brandOf, initialsOf, toastsOf } from './brand.ts'

/** What every page of the workspace shows around its own content. */
export async function shellFor(ctx: HttpContext) {
  const { actor, theme } = ctx.staff
  const identity = ctx.auth.use('staff').getUserOrFail()
  return {
    agency: brandOf(ctx.tenant!),
    actor: {
      name: actor.name,
      role: actor.role,
      initials: initialsOf(actor.name),
      can: (permission: string) => actor.can(permission),
    },
    menu: railOf(ctx),
    settingsUrl: '/app/settings',
    accountUrl: '/app/account',
    agencies: await switcherOf(ctx.tenant!, identity.id),
    theme,
    createMenu: createMenuOf(ctx),
    toasts: toastsOf(ctx),
    /** Asked by whole pages only: a fragment has no bell. */
    unread: () => unreadFor(actor),
    /** The e-mail that still has to be confirmed, if any. */
    unverified: identity.emailVerifiedAt ? null : identity.email,
    principals: ctx.staff.principals,
    impersonation: null,
  }
}

function railOf({ i18n, request, staff, tenant }: HttpContext) {
  const path = request.url()
  return menuFor(tenant!, staff.actor)
    .filter((item) => !staff.hiddenModules.includes(item.module))
    .map(({ label, icon, url }) => ({
      label: i18n.t(label),
      icon,
      url,
      current: path === url || path.startsWith(`${url}/`),
    }))
}

async function switcherOf(tenant: TenantSnapshot, identityId: string) {
  const agencies = await agenciesOf(identityId)
  return agencies.map(({ id, name }) => ({
    name,
    url: id === tenant.id ? '/app' : `/app/agencies/${id}`,
    current: id === tenant.id,
  }))
}

function createMenuOf({ i18n, staff, tenant }: HttpContext) {
  return createActsFor(tenant!, staff.actor).map(({ label, icon, url }) => ({
    label: i18n.t(label),
    icon,
    url,
  }))
}
