import type { HttpContext } from '@adonisjs/core/http'
import Listing from '../models/listing.ts'
import { statusTones } from './status_tones.ts'
import { writtenPrice } from './written.ts'

const MOST = 50

/** The listings of what a contact owns, newest first. */
export async function contactListingsView(ctx: HttpContext, contactId: string) {
  const listings = await Listing.reachableBy(ctx.staff.actor, 'listings.view')
    .whereRaw('listings.property_id in (select id from properties where owner_contact_id = ?)', [
      contactId,
    ])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
  return listings.map((listing) => ({
    url: `/app/listings/${listing.id}`,
    title: listing.title,
    text: [listing.reference, writtenPrice(ctx, listing)].filter(Boolean).join(' · '),
    status: {
      text: ctx.i18n.t(`listings.statuses.${listing.status}`),
      tone: statusTones[listing.status],
    },
  }))
}
