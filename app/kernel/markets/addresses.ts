import type { Address, AddressField, AddressPart, MarketPack } from './market_pack.ts'
import { plainText } from './plain_text.ts'
import { problem, type Problem } from './problem.ts'

type AddressReading = { ok: true; value: string } | { ok: false; problem: Problem }

/**
 * Reads one part of an address as `market` writes it: codes and other spellings of a state become
 * the stored one, a postcode its usual form. A part that the market does not ask for is taken as is.
 */
export function readAddressPart(
  part: AddressPart,
  text: string,
  market: MarketPack
): AddressReading {
  const value = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  const field = market.address.fields.find((candidate) => candidate.part === part)
  if (field?.options) return readOption(field, value, market)
  if (field?.pattern) return readPattern(field, value, market)
  return { ok: true, value }
}

/** The lines of `address` as they stand on an envelope in `market`, without empty ones. */
export function addressLines(address: Address, market: MarketPack): string[] {
  const fill = (_: string, part: AddressPart) => address[part] ?? ''
  return market.address.lines
    .map((line) => line.replaceAll(/\{(\w+)\}/g, fill).replaceAll(/^[\s,]+|[\s,]+$/g, ''))
    .filter((line) => line !== '')
}

function readOption(field: AddressField, value: string, market: MarketPack): AddressReading {
  const wanted = sameWord(value)
  const option = field.options?.find((candidate) =>
    [candidate.value, candidate.label, ...candidate.also].some((word) => sameWord(word) === wanted)
  )
  if (option) return { ok: true, value: option.value }
  return { ok: false, problem: problem('address.state', { text: value, country: market.key }) }
}

function readPattern(field: AddressField, text: string, market: MarketPack): AddressReading {
  const plain = plainText(text)
  const value = field.tidy ? field.tidy(plain) : plain
  if (new RegExp(`^(?:${field.pattern})$`).test(value)) return { ok: true, value }
  return { ok: false, problem: problem('address.postcode', { text, country: market.key }) }
}

function sameWord(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
