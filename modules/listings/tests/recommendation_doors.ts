import type { Ground, Write } from '#tests/functional/security/writes'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

const named = (records: SweptRecords) => ({
  contact_id: records.contact,
  requirement_id: records.requirement,
  listing_id: records.listing,
})
const ofGround = ({ records }: Ground) => named(records)

const update: RoutePolicy = { permission: 'contacts.update', params: named }

/** What fits something that a contact looks for. */
export const recommendationPolicies: Record<string, RoutePolicy> = {
  'listings.recommendations.index': { permission: 'listings.view', params: named },
  'listings.recommendations.dismissal.store': update,
  'listings.recommendations.dismissal.destroy': update,
  'listings.recommendations.sending.store': update,
}

export const recommendationWrites: Record<string, Write> = {
  'listings.recommendations.dismissal.store': { params: ofGround },
  'listings.recommendations.dismissal.destroy': {
    params: ofGround,
    given: `insert into listing_recommendations (requirement_id, listing_id, dismissed_at)
            select r.id, l.id, now() from contact_requirements r, listings l
            on conflict on constraint listing_recommendations_once do nothing`,
  },
  'listings.recommendations.sending.store': {
    params: ofGround,
    body: () => ({ kind: 'email' }),
  },
}
