import type { Address, MarketPack } from '#kernel/markets/market_pack'

export type PhoneKind = 'mobile' | 'landline' | 'voip' | 'other' | 'unknown'

export interface PhoneFinding {
  /** Somebody can be called there. */
  isReal: boolean
  kind: PhoneKind
}

/** Whoever knows more of a number (E.164) than the numbering plans; null: nothing is known of it. */
export interface PhoneLookup {
  find(phone: string, signal: AbortSignal): Promise<PhoneFinding | null>
}

export interface AddressFinding {
  /** There is such an address. */
  isReal: boolean
}

/** Whoever knows more of an address than the market's rules; null: nothing is known of it. */
export interface AddressLookup {
  find(address: Address, market: MarketPack, signal: AbortSignal): Promise<AddressFinding | null>
}

interface Lookups {
  phones: PhoneLookup | null
  addresses: AddressLookup | null
  /** Milliseconds for one question. */
  patience: number
}

/** Who is asked once a lead is safe. Null: nobody, and the rules by which it was taken in suffice. */
export const lookups: Lookups = { phones: null, addresses: null, patience: 5_000 }
