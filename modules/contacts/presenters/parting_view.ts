import type { HttpContext } from '@adonisjs/core/http'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { changedSince } from '../merging/changed_since.ts'
import { CONSENT, CUSTOM } from '../merging/merge_fields.ts'
import type Contact from '../models/contact.ts'
import type ContactMerge from '../models/contact_merge.ts'
import { phoneInWords } from './ways.ts'

/** A merge, and what parting the two again would do, or has done. */
export function partingView(ctx: HttpContext, merge: ContactMerge, survivor: Contact) {
  const tenant = ctx.tenant as TenantSnapshot
  const kept = merge.undoneAt ? merge.kept : changedSince(survivor, merge)
  const back = Object.keys(merge.before).filter((key) => !kept.includes(key))
  const label = (key: string) => fieldLabel(ctx, key)
  return {
    merge,
    survivor,
    at: momentOf(merge.createdAt, tenant),
    undoneAt: merge.undoneAt && momentOf(merge.undoneAt, tenant),
    url: `/app/contacts/${survivor.id}`,
    undoing: `/app/contacts/${survivor.id}/merges/${merge.id}/undoing`,
    kept: kept.map(label),
    restored: back.map(label),
    leaves: [
      ...merge.added.points.map((point) =>
        point.kind === 'phone' ? phoneInWords(ctx, point.value) : point.value
      ),
      ...merge.added.tags,
      ...merge.added.kinds.map((kind) => ctx.i18n.t(`contacts.kinds.${kind}`)),
    ],
  }
}

function fieldLabel({ i18n }: HttpContext, key: string): string {
  if (key.startsWith(CONSENT)) return i18n.t(`contacts.consent.of.${key.slice(CONSENT.length)}`)
  if (key.startsWith(CUSTOM)) return key.slice(CUSTOM.length).replaceAll('_', ' ')
  return i18n.t(`contacts.fields.${key}`)
}
