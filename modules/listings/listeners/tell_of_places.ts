import type { UnitListener } from '#kernel/events/listener'
import { unit } from '#kernel/tenancy/tenancy'
import { PLACES_CHANGED } from '../queries/agency_vocabulary.ts'

const events = ['listings.created', 'listings.updated'] as const

/** Every process reads the agency's own places anew when it searches the next time. */
export const tellOfPlaces: UnitListener[] = events.map((event) => ({
  kind: 'unit',
  event,
  name: `listings.tell_of_places_after_${event.split('.')[1]}`,
  handle: async () => unit().notify(PLACES_CHANGED, unit().tenant.id),
}))
