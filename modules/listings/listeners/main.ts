import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { duplicateListeners } from './look_for_duplicates.ts'
import { processMedium } from './process_medium.ts'

export default [actInBulk, processMedium, ...duplicateListeners] satisfies Listener[]
