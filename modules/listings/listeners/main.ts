import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { alertSearches } from './alert_searches.ts'
import { exportListings } from './export_listings.ts'
import { importListeners } from './import_listings.ts'
import { duplicateListeners } from './look_for_duplicates.ts'
import { processMedium } from './process_medium.ts'
import { tellOfPlaces } from './tell_of_places.ts'

export default [
  actInBulk,
  exportListings,
  processMedium,
  ...duplicateListeners,
  ...importListeners,
  ...alertSearches,
  ...tellOfPlaces,
] satisfies Listener[]
