import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { processMedium } from './process_medium.ts'

export default [actInBulk, processMedium] satisfies Listener[]
