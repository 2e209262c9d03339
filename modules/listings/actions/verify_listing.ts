import { DateTime } from 'luxon'
import { noteChange } from '#app/records'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/listings_event.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import type { VerifiedPart } from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import { renewQuality } from './renew_quality.ts'

/** Somebody looked: the owner is who they say, or the property is what the listing says. Or no longer. */
export async function verifyListing(
  listing: Listing,
  part: VerifiedPart,
  isVerified: boolean
): Promise<void> {
  await mark(listing, part, isVerified)
  await renewQuality(listing)
  const [from, to] = isVerified ? ['no', 'yes'] : ['yes', 'no']
  const change = { field: `listings.fields.${part}_verified`, from, to, words: 'listings.answers' }
  await noteChange('listing', [listing.id], [change])
  const action = isVerified ? 'listings.verified' : 'listings.verification_withdrawn'
  unit().audit({
    action,
    subjectType: 'listing',
    subjectId: listing.id,
    facts: { part },
  })
  tellOf(ListingsUpdated, [listing.id])
}

async function mark(listing: Listing, part: VerifiedPart, isVerified: boolean): Promise<void> {
  const at = isVerified ? DateTime.utc() : null
  const by = isVerified ? currentActor().id : null
  listing.merge(
    part === 'owner'
      ? { ownerVerifiedAt: at, ownerVerifiedBy: by }
      : { propertyVerifiedAt: at, propertyVerifiedBy: by }
  )
  await listing.save()
}
