import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { isUuid } from '#kernel/tenancy/names'
import type Listing from '../models/listing.ts'

type Query = ModelQueryBuilderContract<typeof Listing, unknown>

interface Order {
  /** What rows are compared by; the listing's id breaks ties. */
  key: string
  type: 'text' | 'timestamptz' | 'date' | 'bigint' | 'integer' | 'double precision'
  /** What a key in an address has to look like before the database reads it. */
  shape: RegExp
}

const TEXT = /^[^\0]*$/s
const INSTANT = /^(-?infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00)$/
const NUMBER = /^-?\d{1,15}(\.\d{1,18})?(e[+-]?\d{1,2})?$/
const DAY = /^(infinity|\d{4,6}-\d\d-\d\d)$/

const orders = {
  created: { key: 'listings.created_at', type: 'timestamptz', shape: INSTANT },
  title: { key: 'lower(listings.title)', type: 'text', shape: TEXT },
  price: { key: 'coalesce(listings.price_minor, -1)', type: 'bigint', shape: NUMBER },
  size: { key: 'coalesce(property.size_sqm, -1)', type: 'double precision', shape: NUMBER },
  quality: { key: 'listings.quality_score', type: 'integer', shape: NUMBER },
  authority: {
    key: `coalesce(listings.authority_until, 'infinity'::date)`,
    type: 'date',
    shape: DAY,
  },
  agent: { key: `lower(coalesce(agent.name, ''))`, type: 'text', shape: TEXT },
} satisfies Record<string, Order>

export type OrderName = keyof typeof orders

export interface Place {
  by: OrderName
  down: boolean
  /** The row beside which the page lies, and on which side. */
  cursor: Cursor | null
  backwards: boolean
}

interface Cursor {
  key: string
  id: string
  /** How many rows lie before the row that it names. */
  position: number
}

/** Reads `sort`, `after` and `before` of an address; nonsense is the newest first. */
export function placeFrom(asked: Record<string, unknown>): Place {
  const [, minus, word] = /^(-?)([a-z]+)$/.exec(String(asked.sort ?? '')) ?? []
  const isKnown = word !== undefined && Object.hasOwn(orders, word)
  const by = isKnown ? (word as OrderName) : 'created'
  const backwards = typeof asked.before === 'string'
  return {
    by,
    down: isKnown ? minus === '-' : true,
    cursor: cursorFrom(backwards ? asked.before : asked.after, orders[by]),
    backwards,
  }
}

/** Puts the query in order, and at its place. */
export function arrange(query: Query, { by, down, cursor, backwards }: Place): void {
  const { key, type } = orders[by]
  const isDown = down !== backwards
  if (cursor) {
    query.whereRaw(`(${key}, listings.id) ${isDown ? '<' : '>'} (?::${type}, ?::uuid)`, [
      cursor.key,
      cursor.id,
    ])
  }
  const direction = isDown ? 'desc' : 'asc'
  query.orderByRaw(`${key} ${direction}, listings.id ${direction}`)
}

/** The expression whose value a cursor carries. */
export function keyOf({ by }: Place): string {
  return `(${orders[by].key})::text`
}

export function cursorAt(row: { id: string; sort_key: string }, position: number): string {
  return Buffer.from(JSON.stringify([row.sort_key, row.id, position])).toString('base64url')
}

function cursorFrom(text: unknown, { shape }: Order): Cursor | null {
  if (typeof text !== 'string' || text.length > 2000) return null
  const [key, id, position] = parsed(text)
  const isSound = typeof key === 'string' && shape.test(key) && isUuid(id)
  return isSound
    ? { key, id, position: Number.isSafeInteger(position) ? (position as number) : 0 }
    : null
}

function parsed(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}
