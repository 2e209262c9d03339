import type { HttpContext } from '@adonisjs/core/http'
import { publicFileAddress } from '#kernel/files/file_address'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

/** The agency's face, also for pages that nobody is signed in on. */
export function brandOf(tenant: TenantSnapshot) {
  const { logoFileId, logoWidth, logoHeight } = tenant.branding
  return {
    name: tenant.name,
    slug: tenant.slug,
    initials: initialsOf(tenant.name),
    primary: tenant.branding.primary ?? '#1f4d3f',
    primaryContent: tenant.branding.primaryContent ?? '#ffffff',
    logoUrl: logoFileId ? publicFileAddress(logoFileId, tenant.id) : null,
    logoWidth,
    logoHeight,
  }
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

/** What the last request had to say: `notice` is a key, or a key with facts and a way to undo. */
export function toastsOf(ctx: HttpContext) {
  const notice = ctx.session.flashMessages.get('notice')
  if (!notice) return []
  const { key, facts, undo } =
    typeof notice === 'string' ? { key: notice, facts: {}, undo: undefined } : notice
  const text = ctx.i18n.t(key, facts)
  return [{ kind: 'success', text, undo: undo && { url: undo, label: ctx.i18n.t('kit.undo') } }]
}
