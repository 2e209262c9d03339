import type { Address } from '#kernel/markets/market_pack'

const streets: Record<string, string> = {
  street: 'st',
  road: 'rd',
  avenue: 'ave',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  boulevard: 'blvd',
}

/** What an address is compared by, as the column `address_key` has it: null where no line is given. */
export function addressKey({ line, unit }: Address): string | null {
  const street = plain(line)
  const door = plain(unit).replace(/^(apartment|apt|unit|flat|suite|ste|no)/, '')
  return street === '' ? null : `${street}|${door}`
}

function plain(text: string | null | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replaceAll(/[\p{L}\p{N}]+/gu, (word) => streets[word] ?? word)
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '')
}
