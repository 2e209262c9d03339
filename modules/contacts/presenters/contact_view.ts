import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Member, Team, initialsOf } from '#app/members'
import {
  attachmentsView,
  customFacts,
  customFieldsOf,
  dayMoment,
  momentOf,
  type Moment,
  recordTasks,
  tagsView,
  timelineView,
} from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Contact from '../models/contact.ts'
import { contactSubject } from '../subject.ts'
import { linkViews, scoreViews } from './about_views.ts'
import { consentViews } from './consent_view.ts'
import { mergesView } from './merges_view.ts'
import { requirementViews } from './requirement_views.ts'
import { numbersOf, waysTo } from './ways.ts'

/** Everything that a contact's own page and side panel show. */
export async function contactView(ctx: HttpContext, contact: Contact) {
  await contact.load('points')
  return {
    contact,
    url: `/app/contacts/${contact.id}`,
    initials: initialsOf(contact.name),
    subtitle: subtitleOf(contact),
    ways: waysTo(ctx, contact),
    numbers: numbersOf(ctx, contact),
    facts: await factsOf(ctx, contact),
    consents: consentViews(ctx, contact),
    requirements: await requirementViews(ctx, contact),
    links: await linkViews(ctx, contact),
    scores: await scoreViews(ctx, contact),
    tasks: await recordTasks(ctx, contactSubject, contact),
    merges: await mergesView(ctx, contact),
    tags: await tagsView(ctx, contactSubject, { record: contact, names: contact.tagNames }),
    attachments: await attachmentsView(ctx, contactSubject, contact),
    timeline: await timelineView(ctx, contactSubject, contact),
    may: mayOf(ctx, contact),
  }
}

function mayOf({ staff: { actor } }: HttpContext, contact: Contact) {
  return {
    update: actor.reaches('contacts.update', contact),
    delete: actor.reaches('contacts.delete', contact),
    merge: actor.reaches('contacts.merge', contact),
  }
}

function subtitleOf({ type, jobTitle, companyName }: Contact): string {
  const work = type === 'person' ? [jobTitle, companyName] : [jobTitle]
  return work.filter(Boolean).join(', ')
}

async function factsOf(ctx: HttpContext, contact: Contact) {
  const tenant = ctx.tenant as TenantSnapshot
  const fact = (key: string, value: string | Moment | null | undefined) => ({
    label: ctx.i18n.t(`contacts.fields.${key}`),
    value,
  })
  const fields = await customFieldsOf(contactSubject.type)
  return [
    fact('company', contact.type === 'person' ? contact.companyName : null),
    fact('address', addressLines(contact.address, marketPack(tenant.market)).join(', ')),
    fact('birthday', contact.birthday && dayMoment(contact.birthday, tenant).exact),
    fact('source', contact.source),
    fact('owner', await nameOf(Member, contact.ownerId, ctx.i18n.t('contacts.nobody'))),
    fact('team', await nameOf(Team, contact.teamId, null)),
    ...customFacts(fields, contact.custom, { tenant, i18n: ctx.i18n }),
    fact('created', momentOf(contact.createdAt ?? DateTime.utc(), tenant)),
  ]
}

async function nameOf(model: typeof Member | typeof Team, id: string | null, none: string | null) {
  if (id === null) return none
  const row = await model.query().where('id', id).select('name').first()
  return row?.name ?? none
}
