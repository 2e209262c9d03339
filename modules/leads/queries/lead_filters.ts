import { DateTime } from 'luxon'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { searchWords } from '#app/records'
import { daysAfter, isDay, startOfDay, today } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { isUuid } from '#kernel/tenancy/names'
import { unit } from '#kernel/tenancy/tenancy'
import { type Band, bandNames, bands, leadStatuses, openStatuses } from '../lead_words.ts'
import type Lead from '../models/lead.ts'

type Query = ModelQueryBuilderContract<typeof Lead, unknown>

/** What the address of the list asks for; whatever makes no sense is left out. */
export type LeadFilters = Partial<Record<FilterName, string>> & {
  /** Values of the agency's own fields, by key. */
  custom: Record<string, string>
}

export type FilterName = keyof typeof narrowings

/** Everything by which leads can be narrowed, and how. */
const narrowings = {
  q: (query: Query, words: string) => narrowToWords(query, words),
  status: (query: Query, status: string) => narrowToStatus(query, status),
  stage: (query: Query, stage: string) => isUuid(stage) && query.where('leads.stage_id', stage),
  source: (query: Query, source: string) => query.where('leads.source', source),
  owner: (query: Query, owner: string, actor: Actor) => narrowToOwner(query, owner, actor),
  team: (query: Query, team: string) => isUuid(team) && query.where('leads.team_id', team),
  intent: (query: Query, intent: string) => query.where('leads.intent', intent),
  band: (query: Query, band: string) => narrowToBand(query, band),
  age: (query: Query, age: string) => narrowToAge(query, age),
  answered: (query: Query, answer: string) => narrowToAnswered(query, answer),
  next: (query: Query, when: string) => narrowToNext(query, when),
  tag: (query: Query, tag: string) => query.whereRaw('leads.tag_names @> ?', [[tag]]),
  city: (query: Query, city: string) => query.where('leads.city', city),
  from: (query: Query, day: string) =>
    isDay(day) && query.where('leads.created_at', '>=', midnight(day)),
  to: (query: Query, day: string) =>
    isDay(day) && query.where('leads.created_at', '<', midnight(daysAfter(day, 1))),
  listing: (query: Query, id: string) => isUuid(id) && narrowToListing(query, id),
  offering: (query: Query, id: string) => isUuid(id) && query.where('leads.listing_id', id),
  score_min: (query: Query, score: string) =>
    isScore(score) && query.where('leads.priority', '>=', Number(score)),
  score_max: (query: Query, score: string) =>
    isScore(score) && query.where('leads.priority', '<=', Number(score)),
  created_since: (query: Query, moment: string) =>
    isMoment(moment) && query.where('leads.created_at', '>=', new Date(moment)),
  updated_since: (query: Query, moment: string) =>
    isMoment(moment) && query.where('leads.updated_at', '>=', new Date(moment)),
  import: (query: Query, id: string) => isUuid(id) && narrowToImport(query, id),
  contact: (query: Query, id: string) => isUuid(id) && query.where('leads.contact_id', id),
}

export const filterNames = Object.keys(narrowings) as FilterName[]

/** Reads the filters of an address; a value that is no text is none. */
export function filtersFrom(asked: Record<string, unknown>): LeadFilters {
  const filters: LeadFilters = { custom: {} }
  for (const name of filterNames) {
    const words = searchWords(asked[name])
    if (words !== '') filters[name] = words
  }
  for (const [name, value] of Object.entries(asked)) {
    const key = /^custom\.([a-z][a-z0-9_]{0,39})$/.exec(name)?.[1]
    const words = searchWords(value)
    if (key && words !== '') filters.custom[key] = words
  }
  return filters
}

export function narrow(query: Query, filters: LeadFilters, actor: Actor): void {
  for (const name of filterNames) {
    const value = filters[name]
    if (value !== undefined) narrowings[name](query, value, actor)
  }
  for (const [key, value] of Object.entries(filters.custom)) {
    const wanted = value === 'yes' ? true : value === 'no' ? false : value
    query.whereRaw('leads.custom @> ?::jsonb', [JSON.stringify({ [key]: wanted })])
  }
}

/** Every word must be found: in the name, the number, the address or the town. */
function narrowToWords(query: Query, typed: string): void {
  for (const word of termsOf(typed))
    query.where('leads.search_text', 'like', `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
}

/** A number is one term however it is grouped; numbers are kept without a national leading zero. */
function termsOf(typed: string): string[] {
  const digits = typed.replaceAll(/[\s().\-+/]/g, '')
  if (/^\d{4,}$/.test(digits)) return [digits.replace(/^0+/, '') || digits]
  return typed.toLowerCase().split(' ').slice(0, 8)
}

/** Those that are interested in a listing. */
function narrowToListing(query: Query, id: string): void {
  query.whereRaw('leads.id in (select lead_id from lead_interests where listing_id = ?)', [id])
}

/** Those that a list brought. */
function narrowToImport(query: Query, id: string): void {
  query.whereRaw(
    `leads.id in (select lead_id from lead_import_rows where import_id = ? and deed = 'created')`,
    [id]
  )
}

/** One status, or all that are open; what is deleted is another list. */
function narrowToStatus(query: Query, status: string): void {
  if (status === 'open') query.whereIn('leads.status', [...openStatuses])
  else if (leadStatuses.some((known) => known === status)) query.where('leads.status', status)
}

function narrowToOwner(query: Query, owner: string, actor: Actor): void {
  if (owner === 'me') query.where('leads.owner_id', actor.id)
  else if (owner === 'none') query.whereNull('leads.owner_id')
  else if (isUuid(owner)) query.where('leads.owner_id', owner)
}

function narrowToBand(query: Query, asked: string): void {
  const place = bandNames.indexOf(asked as Band)
  if (place < 0) return
  query.where('leads.priority', '>=', bands[bandNames[place]])
  if (place > 0) query.where('leads.priority', '<', bands[bandNames[place - 1]])
}

const AGES: Record<string, string> = {
  day: `leads.created_at > now() - interval '1 day'`,
  week: `leads.created_at > now() - interval '7 days'`,
  month: `leads.created_at > now() - interval '30 days'`,
  older: `leads.created_at <= now() - interval '30 days'`,
}

function narrowToAge(query: Query, age: string): void {
  if (Object.hasOwn(AGES, age)) query.whereRaw(AGES[age])
}

function narrowToAnswered(query: Query, answer: string): void {
  if (answer === 'yes') query.whereNotNull('leads.first_responded_at')
  if (answer === 'no')
    query.whereNull('leads.first_responded_at').whereIn('leads.status', [...openStatuses])
}

function narrowToNext(query: Query, when: string): void {
  const now = today(unit().tenant.timeZone)
  if (when === 'overdue') query.where('leads.next_action_on', '<', now)
  if (when === 'today') query.where('leads.next_action_on', now)
  if (when === 'due') query.where('leads.next_action_on', '<=', now)
  if (when === 'week') query.whereBetween('leads.next_action_on', [now, daysAfter(now, 7)])
  if (when === 'none') query.whereNull('leads.next_action_on')
}

function isScore(text: string): boolean {
  return /^\d{1,3}$/.test(text)
}

function isMoment(text: string): boolean {
  return DateTime.fromISO(text).isValid
}

function midnight(day: string): Date {
  return startOfDay(day, unit().tenant.timeZone).toJSDate()
}
