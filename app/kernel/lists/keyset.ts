import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { isDay } from '#kernel/markets/time'
import { isUuid } from '#kernel/tenancy/names'

export interface Order {
  /** What rows are compared by; the row's id breaks ties. */
  key: string
  type: 'text' | 'timestamptz' | 'date' | 'integer' | 'bigint' | 'double precision'
  /** Biggest or newest first, where the address does not say. */
  down?: boolean
}

/** Names a row by what its list is ordered by. */
export interface Cursor {
  key: string
  id: string
  /** How many rows lie before the row that it names. */
  position: number
}

export interface Place<Name extends string = string> {
  by: Name
  down: boolean
  /** The row beside which the page lies, and on which side. */
  cursor: Cursor | null
  backwards: boolean
}

export interface Page<Row> {
  rows: Row[]
  total: number
  from: number
  to: number
  /** Cursors, where there is more on that side. */
  next: string | null
  previous: string | null
}

interface KeyedRow {
  id: string
  sort_key: string
}

interface CountedRow extends KeyedRow {
  /** How many the list has in all; the same in every row. */
  total: number
}

const CLOCK = /^ ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/

/** What a key in an address has to be before the database reads it: it would fail at any other. */
const isKey: Record<Order['type'], (key: string) => boolean> = {
  'text': (key) => !key.includes('\0'),
  'timestamptz': (key) =>
    /^-?infinity$/.test(key) || (isDay(key.slice(0, 10)) && CLOCK.test(key.slice(10))),
  'date': (key) => key === 'infinity' || isDay(key),
  'integer': (key) => /^-?\d{1,9}$/.test(key),
  'bigint': (key) => /^-?\d{1,18}$/.test(key),
  'double precision': (key) => /^-?\d{1,15}(\.\d{1,18})?(e[+-]?\d{1,2})?$/.test(key),
}

/** The orders of a list that is paged by cursor: every page is one range of an index. */
export class Keyset<Name extends string> {
  constructor(
    private readonly table: string,
    private readonly orders: Record<Name, Order>,
    private readonly first: NoInfer<Name>
  ) {}

  /** Reads `sort`, `after` and `before` of an address; nonsense is the first page in the first order. */
  placeFrom(asked: Record<string, unknown>): Place<Name> {
    const [, minus, word] = /^(-?)([a-z]+)$/.exec(String(asked.sort ?? '')) ?? []
    const isKnown = word !== undefined && Object.hasOwn(this.orders, word)
    const by = isKnown ? (word as Name) : this.first
    const backwards = typeof asked.before === 'string'
    return {
      by,
      down: isKnown ? minus === '-' : (this.orders[by].down ?? false),
      cursor: cursorFrom(backwards ? asked.before : asked.after, this.orders[by]),
      backwards,
    }
  }

  /** Puts the query in order, and at its place. */
  arrange<M extends LucidModel, R>(
    query: ModelQueryBuilderContract<M, R>,
    { by, down, cursor, backwards }: Place<Name>
  ): void {
    const { key, type } = this.orders[by]
    const isDown = down !== backwards
    if (cursor) {
      const values = [cursor.key, cursor.id]
      query.whereRaw(
        `(${key}, ${this.table}.id) ${isDown ? '<' : '>'} (?::${type}, ?::uuid)`,
        values
      )
    }
    const direction = isDown ? 'desc' : 'asc'
    query.orderByRaw(`${key} ${direction}, ${this.table}.id ${direction}`)
  }

  /** The expression whose value a cursor carries. */
  keyOf({ by }: Place<Name>): string {
    return `(${this.orders[by].key})::text`
  }
}

/** The page that was asked for, out of one row more than it holds. */
export function pageOf<Row extends CountedRow>(
  found: Row[],
  place: Place,
  size: number
): Page<Row> {
  const hasMore = found.length > size
  const rows = found.slice(0, size)
  if (rows.length === 0) return { rows, total: 0, from: 0, to: 0, previous: null, next: null }
  if (place.backwards) rows.reverse()
  const start = startOf(rows, place)
  const [hasBefore, hasAfter] = place.backwards ? [hasMore, true] : [start > 0, hasMore]
  return {
    rows,
    total: rows[0].total,
    from: start + 1,
    to: start + rows.length,
    previous: hasBefore ? cursorAt(rows[0], start) : null,
    next: hasAfter ? cursorAt(rows[rows.length - 1], start + rows.length - 1) : null,
  }
}

/** How many rows lie before the page, as far as its cursor knows. */
function startOf(rows: unknown[], { cursor, backwards }: Place): number {
  if (!cursor) return 0
  return Math.max(0, backwards ? cursor.position - rows.length : cursor.position + 1)
}

/** A cursor that names this row; `position` is how many rows lie before it. */
export function cursorAt(row: KeyedRow, position: number): string {
  return Buffer.from(JSON.stringify([row.sort_key, row.id, position])).toString('base64url')
}

function cursorFrom(text: unknown, { type }: Order): Cursor | null {
  if (typeof text !== 'string' || text.length > 2000) return null
  const [key, id, position] = parsed(text)
  const isSound = typeof key === 'string' && isKey[type](key) && isUuid(id)
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
