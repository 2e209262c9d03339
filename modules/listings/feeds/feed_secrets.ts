import { sealForAgency, unsealForAgency } from '#kernel/keyring/keyring'
import { unit } from '#kernel/tenancy/tenancy'
import type ListingFeed from '../models/listing_feed.ts'

/** The token, or the secret with which one is asked for; it is written and never shown. */
export function sealSecret(secret: string, feedId: string): string {
  return sealForAgency(secret, unit().tenant, purposeOf(feedId))
}

export function secretOf({ id, secrets }: ListingFeed): string {
  return secrets === null ? '' : unsealForAgency(secrets, unit().tenant, purposeOf(id))
}

function purposeOf(feedId: string): string {
  return `listing-feed:${feedId}`
}
