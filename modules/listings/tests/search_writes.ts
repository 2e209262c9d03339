import type { Ground, Write } from '#tests/functional/security/writes'
import { pauseToken } from '../alerts/pause_link.ts'

const aSearch = ({ records }: Ground) => ({ id: records.savedSearch })
const draft = () => ({
  name: 'House by the sea',
  frequency: 'instant',
  query: 'types=house',
  contactEmail: '',
})

/** What somebody keeps looking for. */
export const searchWrites: Record<string, Write> = {
  'listings.searches.store': {
    body: draft,
    texts: { name: { most: 120 } },
    formAt: () => '/app/listings/searches/create',
  },
  'listings.searches.update': {
    params: aSearch,
    body: () => ({ ...draft(), version: 1 }),
    texts: { name: { most: 120 } },
    formAt: ({ records }) => `/app/listings/searches/${records.savedSearch}/edit`,
  },
  'listings.searches.destroy': { params: aSearch },
  'listings.searches.sending.store': {
    params: ({ records }) => ({ search_id: records.savedSearch }),
  },
  'site.unsubscription.store': {
    anonymous: true,
    params: ({ records }) => ({ token: pauseToken(records.savedSearch) }),
  },
}
