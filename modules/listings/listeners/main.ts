import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'

export default [actInBulk] satisfies Listener[]
