import type { HeardEvent, Listener } from '#kernel/events/listener'
import { matchActivated, matchPriceDrops } from '../actions/match_searches.ts'
import { sendAlerts } from '../alerts/send_alerts.ts'

const idsOf = ({ payload }: HeardEvent) => payload.listingIds as string[]

/** Holds what comes on the market against the saved searches, and sends what they found. */
export const alertSearches: Listener[] = [
  {
    kind: 'unit',
    event: 'listings.activated',
    name: 'listings.match_activated',
    handle: (event) => matchActivated(idsOf(event)),
  },
  {
    kind: 'unit',
    event: 'listings.price_changed',
    name: 'listings.match_price_drops',
    handle: (event) => matchPriceDrops(idsOf(event)),
  },
  {
    kind: 'job',
    event: 'listings.alerts_due',
    name: 'listings.send_alerts',
    handle: (event, run) => sendAlerts(event.payload, run),
  },
]
