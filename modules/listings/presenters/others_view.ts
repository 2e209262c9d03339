import type { HttpContext } from '@adonisjs/core/http'
import type Listing from '../models/listing.ts'
import { othersOfProperty } from '../queries/listings_of_property.ts'
import { statusTones } from './status_tones.ts'
import { writtenPrice } from './written.ts'

/** Under what else the property of a listing is or was offered. */
export async function othersView(ctx: HttpContext, listing: Listing) {
  const others = await othersOfProperty(ctx.staff.actor, listing)
  return others.map((other) => ({
    title: other.title,
    url: `/app/listings/${other.id}`,
    detail: [other.reference, writtenPrice(ctx, other)].filter(Boolean).join(' · '),
    status: other.status,
    tone: statusTones[other.status],
  }))
}
