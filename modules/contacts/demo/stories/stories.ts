import type { ContactKind } from '../drafts.ts'
import { buying } from './buying.ts'
import { investing } from './investing.ts'
import { letting } from './letting.ts'
import { renting } from './renting.ts'
import type { Scene } from './scene.ts'
import { selling } from './selling.ts'
import { knowing, supplying } from './working.ts'

export const stories: Record<ContactKind, Scene[]> = {
  buyer: buying,
  seller: selling,
  landlord: letting,
  tenant: renting,
  investor: investing,
  vendor: supplying,
  other: knowing,
}
