import { readAddressPart } from '#kernel/markets/addresses'
import type { Address, AddressPart, MarketPack } from '#kernel/markets/market_pack'
import { readPhone } from '#kernel/markets/phones'

export interface FoundPhone {
  e164: string
  kind: 'mobile' | 'landline' | 'unknown'
}

/** Says whether a number can be one, and what kind; null: no number of any plan. */
export interface PhoneLookup {
  find(text: string, market: MarketPack): Promise<FoundPhone | null>
}

export interface FoundAddress {
  address: Address
  /** Parts that no place of the market has. */
  wrong: AddressPart[]
}

/** Says which parts of an address can be right, in the form in which we keep them. */
export interface AddressLookup {
  find(written: Address, market: MarketPack): Promise<FoundAddress>
}

/** By the numbering plans, without asking anybody. */
const offlinePhones: PhoneLookup = {
  async find(text, { region }) {
    const reading = readPhone(text, region)
    if (!reading.ok) return null
    return { e164: reading.e164, kind: reading.kind === 'fixed' ? 'landline' : reading.kind }
  },
}

/** By the market's states and the form of its postcodes. */
const offlineAddresses: AddressLookup = {
  async find(written, market) {
    const found: FoundAddress = { address: {}, wrong: [] }
    for (const [part, text] of Object.entries(written) as [AddressPart, string][]) {
      const reading = readAddressPart(part, text, market)
      if (reading.ok) found.address[part] = reading.value
      else found.wrong.push(part)
    }
    return found
  },
}

/** Who is asked; an installation with a provider of its own puts it here. */
export const lookups: { phones: PhoneLookup; addresses: AddressLookup } = {
  phones: offlinePhones,
  addresses: offlineAddresses,
}
