import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

/** An amount as people here write it; null where there is none. */
export function writtenPrice(
  minor: number | null | undefined,
  currency: string,
  { market }: TenantSnapshot
): string | null {
  if (minor === null || minor === undefined) return null
  return formatPrice(minor, currency, marketPack(market).locale)
}
