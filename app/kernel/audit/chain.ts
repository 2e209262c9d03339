import { createHash } from 'node:crypto'
import { isSigned, sign } from '#kernel/keyring/keyring'

export interface Entry {
  id: string
  line: string
}

/** An entry and the hash of everything up to and with it. */
export interface Link {
  id: string
  hash: string
}

/** Some entries in a row, chained to those before and signed. */
export interface Seal {
  id: string
  plane: string
  links: Link[]
  chain: string
  previousChain: string | null
  signature: string
}

const PURPOSE = 'audit-seal'

export function linkAfter(previous: string | null, entry: Entry): Link {
  const hash = createHash('sha256')
    .update(`${previous ?? ''}\n${entry.line}`)
    .digest('base64url')
  return { id: entry.id, hash }
}

export function chainOf(previous: string | null, entries: Entry[]): Link[] {
  const links: Link[] = []
  for (const entry of entries) links.push(linkAfter(links.at(-1)?.hash ?? previous, entry))
  return links
}

export function signSeal(seal: Omit<Seal, 'id' | 'signature'>): string {
  return sign(textOf(seal), PURPOSE)
}

export function isSealSigned(seal: Seal): boolean {
  return isSigned(textOf(seal), seal.signature, PURPOSE)
}

function textOf({ plane, previousChain, chain, links }: Omit<Seal, 'id' | 'signature'>): string {
  return [plane, previousChain ?? '', chain, links.length].join('\n')
}

/** The smallest id (uuidv7) that was drawn at `time`. */
export function smallestIdAt(time: number): string {
  const hex = Math.max(0, time).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** When an id was drawn, in milliseconds. */
export function drawnAt(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
