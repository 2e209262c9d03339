import type { HttpContext } from '@adonisjs/core/http'
import { type CustomField, customFieldsOf, knownTags, typedValue } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { listingKinds, emailLabels, phoneLabels } from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import { staffForMenus } from '#modules/contacts'
import { assignable } from '../queries/colleagues.ts'
import { listingSubject } from '../subject.ts'
import { writtenPhone } from './phones.ts'

export type ListingForm = Awaited<ReturnType<typeof listingForm>>

/** The form for a new listing, or for changing this one. */
export async function listingForm(ctx: HttpContext, listing: Listing | null) {
  const { market } = ctx.tenant as TenantSnapshot
  if (listing) await listing.load('points')
  const fields = await customFieldsOf(listingSubject.type)
  return {
    listing,
    action: listing ? `/app/listings/${listing.id}` : '/app/listings',
    method: listing ? 'put' : 'post',
    back: listing ? `/app/listings/${listing.id}` : '/app/listings',
    market: marketPack(market),
    kinds: listingKinds,
    tags: { chosen: listing?.tagNames ?? [], known: await knownTags() },
    ...rowsOf(ctx, listing),
    fields: fields.map((field) => ({
      field,
      value: typedValue(field, listing?.custom[field.key]),
    })),
    ...(await ownersFor(ctx, listing)),
  }
}

/** The fields that the agency asks for, for the validator. */
export function askedFields(): Promise<CustomField[]> {
  return customFieldsOf(listingSubject.type)
}

/** As many rows as the listing has numbers, and an empty one. */
function rowsOf({ session, tenant }: HttpContext, listing: Listing | null) {
  const { region } = marketPack(tenant!.market)
  const phones = (listing?.phones ?? []).map(({ value, label }) => ({
    value: writtenPhone(value, region),
    label,
  }))
  const emails = (listing?.emails ?? []).map(({ value, label }) => ({ value, label }))
  const typed = (name: string) => [session.flashMessages.get(name)].flat().filter(Boolean).length
  return {
    phones: padded(phones, typed('phones')),
    emails: padded(emails, typed('emails')),
    phoneLabels,
    emailLabels,
  }
}

function padded<Row>(rows: Row[], typed: number): (Row | null)[] {
  const count = Math.max(rows.length + 1, typed)
  return Array.from({ length: count }, (_, index) => rows[index] ?? null)
}

/** Whom the listing may be given to; nothing to choose for those who may not assign. */
async function ownersFor({ staff: { actor } }: HttpContext, listing: Listing | null) {
  if (!actor.can('listings.assign')) return { owners: [], teams: [] }
  const { colleagues, teams } = await staffForMenus()
  const reach = actor.reachOf('listings.assign')
  return {
    owners: assignable(actor, colleagues),
    ownerId: listing ? listing.ownerId : actor.id,
    teams: reach === 'all' ? teams : teams.filter(({ id }) => id === actor.teamId),
    teamId: listing ? listing.teamId : null,
    mayLeaveOpen: reach === 'all',
  }
}
