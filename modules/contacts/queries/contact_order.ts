import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { isUuid } from '#kernel/tenancy/names'
import type Contact from '../models/contact.ts'

type Query = ModelQueryBuilderContract<typeof Contact, unknown>

interface Order {
  /** What rows are compared by; the contact's id breaks ties. */
  key: string
  type: 'text' | 'timestamptz' | 'date'
  /** What a key in an address has to look like before the database reads it. */
  shape: RegExp
  /** Newest first, where nothing else is asked for. */
  startsDown?: boolean
}

const TEXT = /^[^\0]*$/s
const INSTANT = /^(-?infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00)$/
const DAY = /^(infinity|\d{4,6}-\d\d-\d\d)$/

const orders = {
  name: { key: 'lower(contacts.name)', type: 'text', shape: TEXT },
  touched: {
    key: `coalesce(contacts.last_touched_at, '-infinity'::timestamptz)`,
    type: 'timestamptz',
    shape: INSTANT,
    startsDown: true,
  },
  created: { key: 'contacts.created_at', type: 'timestamptz', shape: INSTANT, startsDown: true },
  next: {
    key: `coalesce(contacts.next_action_on, 'infinity'::date)`,
    type: 'date',
    shape: DAY,
  },
  owner: { key: `lower(coalesce(owner.name, ''))`, type: 'text', shape: TEXT },
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

/** Reads `sort`, `after` and `before` of an address; nonsense is the first page by name. */
export function placeFrom(asked: Record<string, unknown>): Place {
  const [, minus, word] = /^(-?)([a-z]+)$/.exec(String(asked.sort ?? '')) ?? []
  const by = word !== undefined && Object.hasOwn(orders, word) ? (word as OrderName) : 'name'
  const backwards = typeof asked.before === 'string'
  return {
    by,
    down: minus === '-',
    cursor: cursorFrom(backwards ? asked.before : asked.after, orders[by]),
    backwards,
  }
}

/** Puts the query in order, and at its place. */
export function arrange(query: Query, { by, down, cursor, backwards }: Place): void {
  const { key, type } = orders[by]
  const isDown = down !== backwards
  if (cursor) {
    query.whereRaw(`(${key}, contacts.id) ${isDown ? '<' : '>'} (?::${type}, ?::uuid)`, [
      cursor.key,
      cursor.id,
    ])
  }
  const direction = isDown ? 'desc' : 'asc'
  query.orderByRaw(`${key} ${direction}, contacts.id ${direction}`)
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
