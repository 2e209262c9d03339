import { today } from '#kernel/markets/time'
import { refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import type { AuthorityKind } from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import { stepFrom } from './step_from.ts'

interface Relisting {
  version: number
  authorityKind?: AuthorityKind | null
  authorityFrom?: string | null
  authorityUntil: string
}

/** What had expired goes back on the market under a new authority, which has not ended yet. */
export async function relistListing(listing: Listing, asked: Relisting) {
  const now = today(unit().tenant.timeZone)
  const { authorityFrom: from, authorityUntil, version } = asked
  const authorityFrom = from ?? now
  if (authorityUntil < authorityFrom || authorityUntil < now) return refused('authority_order')
  const authorityKind = asked.authorityKind ?? listing.authorityKind
  const facts = { authorityKind, authorityFrom, authorityUntil }
  return stepFrom('expired', listing, { to: 'active', seenVersion: version, facts })
}
