import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Member, Team, initialsOf } from '#app/members'
import {
  customFacts,
  customFieldsOf,
  dayMoment,
  momentOf,
  tagsView,
  timelineView,
} from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Listing from '../models/listing.ts'
import { listingSubject } from '../subject.ts'
import { consentViews } from './consent_view.ts'
import { numbersOf, waysTo } from './ways.ts'

/** Everything that a listing's own page and side panel show. */
export async function listingView(ctx: HttpContext, listing: Listing) {
  await listing.load('points')
  const { actor } = ctx.staff
  return {
    listing,
    url: `/app/listings/${listing.id}`,
    initials: initialsOf(listing.name),
    subtitle: subtitleOf(listing),
    ways: waysTo(ctx, listing),
    numbers: numbersOf(ctx, listing),
    facts: await factsOf(ctx, listing),
    consents: consentViews(ctx, listing),
    tags: await tagsView(ctx, listingSubject, { record: listing, names: listing.tagNames }),
    timeline: await timelineView(ctx, listingSubject, listing),
    may: {
      update: actor.reaches('listings.update', listing),
      delete: actor.reaches('listings.delete', listing),
    },
  }
}

function subtitleOf({ type, jobTitle, companyName }: Listing): string {
  const work = type === 'person' ? [jobTitle, companyName] : [jobTitle]
  return work.filter(Boolean).join(', ')
}

async function factsOf(ctx: HttpContext, listing: Listing) {
  const tenant = ctx.tenant as TenantSnapshot
  const fact = (key: string, value: string | null | undefined) => ({
    label: ctx.i18n.t(`listings.fields.${key}`),
    value,
  })
  const fields = await customFieldsOf(listingSubject.type)
  return [
    fact('company', listing.type === 'person' ? listing.companyName : null),
    fact('address', addressLines(listing.address, marketPack(tenant.market)).join(', ')),
    fact('birthday', listing.birthday && dayMoment(listing.birthday, tenant).exact),
    fact('source', listing.source),
    fact('owner', await nameOf(Member, listing.ownerId, ctx.i18n.t('listings.nobody'))),
    fact('team', await nameOf(Team, listing.teamId, null)),
    ...customFacts(fields, listing.custom, { tenant, i18n: ctx.i18n }),
    fact('created', momentOf(listing.createdAt ?? DateTime.utc(), tenant).said),
  ]
}

async function nameOf(model: typeof Member | typeof Team, id: string | null, none: string | null) {
  if (id === null) return none
  const row = await model.query().where('id', id).select('name').first()
  return row?.name ?? none
}
