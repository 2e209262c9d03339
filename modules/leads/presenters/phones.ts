import { marketPack } from '#kernel/markets/packs'
import { writtenPhone } from '#kernel/markets/written_phones'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Lead from '../models/lead.ts'

/** A number as people here write it; one that is veiled is none. */
export function phoneText({ phone, isHidden }: Lead, { market }: Pick<TenantSnapshot, 'market'>) {
  return phone && !isHidden ? writtenPhone(phone, marketPack(market).region) : phone
}
