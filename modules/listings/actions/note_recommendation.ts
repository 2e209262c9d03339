import { type InteractionKind, WriteEntry } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { contactSubject } from '#modules/contacts'

/** A listing, and what somebody looks for. */
export interface Recommendation {
  listingId: string
  requirementId: string
}

/** Not for them: it is not recommended for this again. */
export async function dismissRecommendation(one: Recommendation): Promise<void> {
  await note(one, 'dismissed_at')
}

export async function recommendAgain({ listingId, requirementId }: Recommendation): Promise<void> {
  await unitSql(
    `update listing_recommendations set dismissed_at = null, updated_at = now()
      where requirement_id = ? and listing_id = ?`,
    [requirementId, listingId]
  )
}

interface Sending extends Recommendation {
  contactId: string
  kind: InteractionKind
  details: string
}

/** Somebody sends the contact a listing: their timeline says so. */
export async function noteSending({ contactId, kind, details, ...one }: Sending): Promise<void> {
  await note(one, 'sent_at')
  await new WriteEntry().handle(contactSubject, contactId, {
    kind,
    details,
    facts: { tapped: true },
  })
}

async function note(
  { listingId, requirementId }: Recommendation,
  column: 'dismissed_at' | 'sent_at'
) {
  await unitSql(
    `insert into listing_recommendations (requirement_id, listing_id, ??) values (?, ?, now())
     on conflict on constraint listing_recommendations_once do update set ?? = now(), updated_at = now()`,
    [column, requirementId, listingId, column]
  )
}
