import type { Market } from '../drafts.ts'
import { india } from './in/world.ts'
import { us } from './us/world.ts'
import type { World } from './world.ts'
import { zw } from './zw/world.ts'

export const worlds: Record<Market, World> = { US: us, ZW: zw, IN: india }
