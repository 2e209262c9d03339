import { isDeepStrictEqual } from 'node:util'
import type Lead from '../models/lead.ts'

/** What the survivor got on top of its own. */
export interface Added {
  tags: string[]
  interests: string[]
}

/** Fields of a lead by their keys; each holds the attributes that go together. */
export type FieldValues = Record<string, Record<string, unknown>>
export type Side = 'mine' | 'other'
export type Choices = Record<string, Side>

type Attributes = readonly (keyof Lead & string)[]

/** The fields from which people choose, and what belongs to each. */
const fields: Record<string, Attributes> = {
  name: ['name'],
  phone: ['phone'],
  email: ['email'],
  contact: ['contactId'],
  listing: ['listingId'],
  intent: ['intent'],
  source: ['source', 'sourceDetail'],
  message: ['message'],
  budget: ['budgetMinMinor', 'budgetMaxMinor', 'askingPriceMinor', 'currency'],
  localities: ['localities'],
  address: ['address', 'city'],
  motivation: ['motivation'],
  assignee: ['ownerId', 'teamId', 'keeperId'],
  custom: ['custom'],
}

/** Says nothing by itself: it goes along with an amount. */
const SILENT = ['currency']

export function valuesOf(lead: Lead): FieldValues {
  return Object.fromEntries(
    Object.entries(fields).map(([key, attributes]) => [key, pick(lead, attributes)])
  )
}

/** The side that is chosen from the start: the survivor's own, unless there is nothing in it. */
export function sideFor(mine: Record<string, unknown>, other: Record<string, unknown>): Side {
  return isEmpty(mine) && !isEmpty(other) ? 'other' : 'mine'
}

/** What changes about the survivor, field by field. */
export function changesFor(survivor: Lead, other: Lead, choices: Choices) {
  const [mine, theirs] = [valuesOf(survivor), valuesOf(other)]
  const changed = Object.keys(fields).filter((key) => {
    const side = choices[key] ?? sideFor(mine[key], theirs[key])
    return side === 'other' && !isSame(mine[key], theirs[key])
  })
  return { before: only(mine, changed), after: only(theirs, changed) }
}

/** Puts values into a lead, as they were taken out of one. */
export function putValues(lead: Lead, values: FieldValues): void {
  for (const value of Object.values(values)) lead.merge(value)
}

/** Fields that somebody has changed since they were set. */
export function changedSince(lead: Lead, after: FieldValues): string[] {
  const now = valuesOf(lead)
  return Object.keys(after).filter((key) => !isSame(now[key], after[key]))
}

export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other))
}

/** Nothing in it that anybody wrote. */
function isEmpty(value: Record<string, unknown>): boolean {
  return Object.entries(value).every(
    ([key, part]) => SILENT.includes(key) || part === null || isSame(part, {}) || isSame(part, [])
  )
}

function only(values: FieldValues, keys: string[]): FieldValues {
  return Object.fromEntries(keys.map((key) => [key, values[key]]))
}

/** As the database gives it back. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}

function pick(lead: Lead, attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(attributes.map((name) => [name, lead[name] ?? null]))
}
