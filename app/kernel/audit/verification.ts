import { coreSql } from '#kernel/tenancy/sql'
import {
  type Entry,
  type Link,
  type Seal,
  drawnAt,
  isSealSigned,
  linkAfter,
  smallestIdAt,
} from './chain.ts'
import type { AuditPlane } from './plane.ts'
import { LATEST_COMMIT } from './sealing.ts'

export type Breach =
  | { kind: 'entry_changed' | 'entry_missing'; entry: string }
  | { kind: 'seal_forged' | 'seal_out_of_order'; seal: string }
  | { kind: 'entries_slipped_in'; count: number }

export interface Verdict {
  plane: string
  sealed: number
  /** The first thing that is not as it was sealed; null when all is. */
  breach: Breach | null
}

interface Walk {
  chain: string | null
  sealed: number
  lastId: string | null
  breach: Breach | null
}

const SEALS_AT_A_TIME = 20

/** Computes every chain anew, from the first entry on, until the first that is broken. */
export async function verifyPlane(plane: AuditPlane): Promise<Verdict> {
  const walk: Walk = { chain: null, sealed: 0, lastId: null, breach: null }
  let after: string | null = null
  do {
    const seals: Seal[] = await sealsAfter(plane.name, after)
    for (const seal of seals) walk.breach ??= await checkSeal(plane, seal, walk)
    after = seals.at(-1)?.id ?? null
  } while (after !== null && walk.breach === null)
  walk.breach ??= await slippedIn(plane, walk)
  return { plane: plane.name, sealed: walk.sealed, breach: walk.breach }
}

async function sealsAfter(plane: string, after: string | null): Promise<Seal[]> {
  const { rows } = await coreSql<Seal>(
    `select id, plane, links, chain, previous_chain as "previousChain", signature from audit_seals
      where plane = ? and id > ? order by id limit ?`,
    [plane, after ?? smallestIdAt(0), SEALS_AT_A_TIME]
  )
  return rows
}

async function checkSeal(plane: AuditPlane, seal: Seal, walk: Walk): Promise<Breach | null> {
  if (seal.previousChain !== walk.chain) return { kind: 'seal_out_of_order', seal: seal.id }
  if (!isSealSigned(seal)) return { kind: 'seal_forged', seal: seal.id }
  const { rows } = await plane.ask<Entry>(
    `select id, ${plane.line} as line from audit_entries where id = any(?::uuid[])`,
    [seal.links.map((link) => link.id)]
  )
  const breach = checkLinks(seal, new Map(rows.map((entry) => [entry.id, entry])))
  walk.chain = seal.chain
  walk.sealed += seal.links.length
  walk.lastId = seal.links.at(-1)?.id ?? walk.lastId
  return breach
}

function checkLinks(seal: Seal, entries: ReadonlyMap<string, Entry>): Breach | null {
  let chain = seal.previousChain
  for (const link of seal.links) {
    const kind = faultOf(link, chain, entries.get(link.id))
    if (kind) return { kind, entry: link.id }
    chain = link.hash
  }
  return chain === seal.chain ? null : { kind: 'seal_forged', seal: seal.id }
}

function faultOf(link: Link, chain: string | null, entry: Entry | undefined) {
  if (!entry) return 'entry_missing'
  return linkAfter(chain, entry).hash === link.hash ? null : 'entry_changed'
}

/** Entries that would have been sealed had they been there: somebody wrote them in afterwards. */
async function slippedIn(plane: AuditPlane, walk: Walk): Promise<Breach | null> {
  if (walk.lastId === null) return null
  const until = smallestIdAt(drawnAt(walk.lastId) - LATEST_COMMIT)
  const { rows: sealed } = await coreSql<{ count: number }>(
    `select count(*) from audit_seals, jsonb_array_elements(links) as link where plane = ? and (link->>'id')::uuid < ?`,
    [plane.name, until]
  )
  const { rows: present } = await plane.ask<{ count: number }>(
    'select count(*) from audit_entries where id < ?',
    [until]
  )
  const count = present[0].count - sealed[0].count
  return count > 0 ? { kind: 'entries_slipped_in', count } : null
}
