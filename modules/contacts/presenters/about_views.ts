import type { HttpContext } from '@adonisjs/core/http'
import { momentOf } from '#app/records'
import { initialsOf } from '#app/members'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type LinkKind, sideOf } from '../link_words.ts'
import Contact from '../models/contact.ts'
import ContactScore from '../models/contact_score.ts'

const MOST = 50

interface LinkRow {
  link_id: string
  kind: LinkKind
  is_inverse: boolean
  id: string
  name: string
}

/** Who belongs to a contact, as far as this person sees them. */
export async function linkViews(ctx: HttpContext, { id }: Contact) {
  const rows = await Contact.reachableBy(ctx.staff.actor, 'contacts.view')
    .joinRaw(
      `join (select id as link_id, kind, to_id as other_id, false as is_inverse from contact_links where from_id = ? and deleted_at is null
             union all select id, kind, from_id, true from contact_links where to_id = ? and deleted_at is null) as link
         on link.other_id = contacts.id`,
      [id, id]
    )
    .select('link.link_id', 'link.kind', 'link.is_inverse', 'contacts.id', 'contacts.name')
    .orderBy('link.link_id')
    .limit(MOST)
    .pojo<LinkRow>()
  return rows.map((row) => ({
    id: row.link_id,
    name: row.name,
    initials: initialsOf(row.name),
    href: `/app/contacts/${row.id}`,
    text: ctx.i18n.t(`contacts.links.sides.${sideOf(row.kind, row.is_inverse)}`),
    url: `/app/contacts/${id}/links/${row.link_id}`,
  }))
}

/** How a contact liked the agency, the last answer first. */
export async function scoreViews(ctx: HttpContext, { id }: Contact) {
  const scores = await ContactScore.query()
    .where('contact_id', id)
    .orderBy('id', 'desc')
    .limit(MOST)
  return scores.map((score) => ({
    id: score.id,
    score: score.score,
    comment: score.comment,
    tone: score.score >= 9 ? 'success' : score.score >= 7 ? undefined : 'error',
    said: ctx.i18n.t('contacts.scores.by', {
      name: score.authorName ?? '',
      when: momentOf(score.createdAt, ctx.tenant as TenantSnapshot).said,
    }),
    url: `/app/contacts/${id}/scores/${score.id}`,
  }))
}
