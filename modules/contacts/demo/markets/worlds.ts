import type { MarketKey } from '#kernel/markets/market_pack'
import { india } from './in/world.ts'
import { us } from './us/world.ts'
import type { World } from './world.ts'
import { zw } from './zw/world.ts'

export const worlds: Record<MarketKey, World> = { US: us, ZW: zw, IN: india }
