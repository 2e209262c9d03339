import type { MarketPack } from '#kernel/markets/market_pack'
import type { UnaskedPart } from '../queries/unasked_parts.ts'
import { type PhoneKind, lookups } from './lookups.ts'

export interface Finding {
  isReal: boolean
  kind?: PhoneKind
}

/** Which parts of a lead anybody is asked about. */
export function partsAsked(): UnaskedPart['part'][] {
  const parts = { phone: lookups.phones, address: lookups.addresses }
  return (Object.keys(parts) as UnaskedPart['part'][]).filter((part) => parts[part] !== null)
}

/** What a provider says; it fails when our patience ends, whether or not the provider minds the signal. */
export async function ask(one: UnaskedPart, market: MarketPack): Promise<Finding | null> {
  const signal = AbortSignal.timeout(lookups.patience)
  return Promise.race([answerOn(one, market, signal), endOf(signal)])
}

async function answerOn(
  { part, phone, address }: UnaskedPart,
  market: MarketPack,
  signal: AbortSignal
): Promise<Finding | null> {
  if (part === 'address') return (await lookups.addresses?.find(address, market, signal)) ?? null
  return (await lookups.phones?.find(phone, signal)) ?? null
}

function endOf(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  return promise
}
