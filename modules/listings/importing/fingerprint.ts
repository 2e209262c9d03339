import { createHash } from 'node:crypto'
import type { FedListing } from './fed_listing.ts'

type Unsigned = Omit<FedListing, 'fingerprint'>

/**
 * What makes a row the same listing when the list comes again: the number that its program gave it,
 * else its address and deal, else where it lies with its rooms, else its title. `numbered` names
 * what gave the number, as two programs may give the same.
 */
export function fingerprintOf(fed: Unsigned, numbered: string): string {
  return createHash('sha256').update(identityOf(fed, numbered)).digest('hex').slice(0, 40)
}

function identityOf({ externalId, facts }: Unsigned, numbered: string): string {
  const { address = {}, deal_type: deal = 'sale', latitude, longitude, beds } = facts
  const { line, unit, city, postcode } = address
  if (externalId) return `id:${plain(numbered)}:${externalId}`
  if (line) return `address:${[line, unit, city ?? postcode].map(plain).join(':')}:${deal}`
  if (latitude !== undefined) return `place:${latitude}:${longitude}:${beds}:${deal}`
  return `title:${plain(facts.title)}:${deal}`
}

function plain(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
