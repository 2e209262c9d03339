import { moduleNames } from '#kernel/modules/module_registry'
import type { Ground, Write } from './writes.ts'

const aView = ({ records }: Ground) => ({ id: records.view })
const ofView = ({ records }: Ground) => ({ view_id: records.view })
const texts = { name: { most: 60 } }

const writes: Record<string, Write> = {
  'views.store': {
    body: () => ({ list: moduleNames[0], name: 'Buyers', query: 'kind=buyer', shared: false }),
    texts,
  },
  'views.update': {
    params: aView,
    body: () => ({ name: 'Sellers', shared: false, version: 1 }),
    texts,
  },
  'views.destroy': { params: aView },
  'views.place.update': { params: ofView, body: () => ({ to: 'later' }), idle: true },
  'views.start.store': { params: ofView },
  'views.start.destroy': { params: ofView, idle: true },
  'views.restoration.store': {
    params: ofView,
    given: 'update saved_views set deleted_at = now()',
  },
}

const NOTHING = '00000000-0000-4000-8000-000000000000'
const refused: Write = { refused: true, params: () => ({ id: NOTHING, view_id: NOTHING }) }

/** Changes around saved views. A house without guests has no lists that they could be of. */
export const viewWrites: Record<string, Write> =
  moduleNames.length > 0
    ? writes
    : Object.fromEntries(Object.keys(writes).map((name) => [name, refused]))
