import { coreSql } from '#kernel/tenancy/sql'
import { type Entry, type Seal, chainOf, drawnAt, signSeal, smallestIdAt } from './chain.ts'
import type { AuditPlane } from './plane.ts'

const BATCH = 1_000
/** No unit of work lasts this long: an entry that commits late is still found. */
export const LATEST_COMMIT = 3_600_000

/**
 * Chains the entries that have come since the last seal to it, signs them, and answers how many.
 * Entries are written without a chain, since a chain would make an agency's units wait for each
 * other; so an entry may follow one that was drawn later.
 */
export async function sealPlane(plane: AuditPlane): Promise<number> {
  let sealed = 0
  for (let batch = BATCH; batch === BATCH; sealed += batch) batch = await sealBatch(plane)
  return sealed
}

async function sealBatch(plane: AuditPlane): Promise<number> {
  const last = await lastSeal(plane.name)
  const from = last ? smallestIdAt(drawnAt(last.links.at(-1)!.id) - LATEST_COMMIT) : smallestIdAt(0)
  const known = last ? await sealedSince(plane.name, from) : []
  const { rows } = await plane.ask<Entry>(
    `select id, ${plane.line} as line from audit_entries where id >= ? and id <> all(?::uuid[]) order by id limit ?`,
    [from, known, BATCH]
  )
  if (rows.length === 0) return 0
  return (await writeSeal(plane.name, last?.chain ?? null, rows)) ? rows.length : 0
}

async function lastSeal(plane: string): Promise<Pick<Seal, 'links' | 'chain'> | null> {
  const { rows } = await coreSql<Pick<Seal, 'links' | 'chain'>>(
    'select links, chain from audit_seals where plane = ? order by id desc limit 1',
    [plane]
  )
  return rows[0] ?? null
}

/** A seal is written after its entries were drawn, so older seals hold none of these. */
async function sealedSince(plane: string, from: string): Promise<string[]> {
  const { rows } = await coreSql<{ id: string }>(
    `select link->>'id' as id from audit_seals, jsonb_array_elements(links) as link where plane = ? and audit_seals.id >= ?`,
    [plane, from]
  )
  return rows.map((row) => row.id)
}

/** Of two that seal at once, the second is refused, and the first has done it: false. */
async function writeSeal(plane: string, previousChain: string | null, entries: Entry[]) {
  const links = chainOf(previousChain, entries)
  const seal = { plane, links, previousChain, chain: links.at(-1)!.hash }
  const { rowCount } = await coreSql(
    `insert into audit_seals (plane, links, chain, previous_chain, signature) values (?, ?, ?, ?, ?)
     on conflict on constraint audit_seals_plane_previous_chain_key do nothing`,
    [plane, JSON.stringify(links), seal.chain, previousChain, signSeal(seal)]
  )
  return rowCount === 1
}
