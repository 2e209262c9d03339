import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { importListeners } from './import_listings.ts'

export default [actInBulk, ...importListeners] satisfies Listener[]
