import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { searchWords } from '#app/records'
import { daysAfter, isDay, startOfDay, today } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { isUuid } from '#kernel/tenancy/names'
import { unit } from '#kernel/tenancy/tenancy'
import { type ContactKind, channels, contactKinds } from '../contact_words.ts'
import type Contact from '../models/contact.ts'

type Query = ModelQueryBuilderContract<typeof Contact, unknown>

/** What the address of the list asks for; whatever makes no sense is left out. */
export type ContactFilters = Partial<Record<FilterName, string>> & {
  /** Values of the agency's own fields, by key. */
  custom: Record<string, string>
}

export type FilterName = keyof typeof narrowings

/** Everything by which the list can be narrowed, and how. */
const narrowings = {
  q: (query: Query, words: string) => narrowToWords(query, words),
  kind: (query: Query, kind: string) =>
    contactKinds.includes(kind as ContactKind) && query.whereRaw('contacts.kinds @> ?', [[kind]]),
  type: (query: Query, type: string) => query.where('contacts.type', type),
  tag: (query: Query, tag: string) => query.whereRaw('contacts.tag_names @> ?', [[tag]]),
  owner: (query: Query, owner: string, actor: Actor) => narrowToOwner(query, owner, actor),
  team: (query: Query, team: string) => isUuid(team) && query.where('contacts.team_id', team),
  source: (query: Query, source: string) => query.where('contacts.source', source),
  city: (query: Query, city: string) => query.where('contacts.city', city),
  consent: (query: Query, channel: string) => narrowToConsent(query, channel),
  has: (query: Query, what: string) => narrowToHaving(query, what),
  next: (query: Query, when: string) => narrowToNext(query, when),
  score: (query: Query, kind: string) => narrowToScore(query, kind),
  from: (query: Query, day: string) =>
    isDay(day) && query.where('contacts.created_at', '>=', midnight(day)),
  to: (query: Query, day: string) =>
    isDay(day) && query.where('contacts.created_at', '<', midnight(daysAfter(day, 1))),
  import: (query: Query, id: string) => isUuid(id) && query.where('contacts.import_id', id),
}

export const filterNames = Object.keys(narrowings) as FilterName[]

/** Reads the filters of an address; a value that is no text is none. */
export function filtersFrom(asked: Record<string, unknown>): ContactFilters {
  const filters: ContactFilters = { custom: {} }
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

export function narrow(query: Query, filters: ContactFilters, actor: Actor): void {
  for (const name of filterNames) {
    const value = filters[name]
    if (value !== undefined) narrowings[name](query, value, actor)
  }
  for (const [key, value] of Object.entries(filters.custom)) {
    const wanted = value === 'yes' ? true : value === 'no' ? false : value
    query.whereRaw('contacts.custom @> ?::jsonb', [JSON.stringify({ [key]: wanted })])
  }
}

/**
 * Every word must be found: in the name, company, work or town, or in a number or address. As an
 * array, so that what was found leads to the contacts, whatever the planner thinks of the word.
 */
function narrowToWords(query: Query, typed: string): void {
  for (const word of termsOf(typed)) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
    query.whereRaw(
      `contacts.id = any(array(select id from contacts where search_text like ?
         union all select contact_id from contact_points where value like ?))`,
      [like, like]
    )
  }
}

/** A number is one term however it is grouped; numbers are kept without a national leading zero. */
function termsOf(typed: string): string[] {
  const digits = typed.replaceAll(/[\s().\-+/]/g, '')
  if (/^\d{4,}$/.test(digits)) return [digits.replace(/^0+/, '') || digits]
  return typed.toLowerCase().split(' ').slice(0, 8)
}

function narrowToOwner(query: Query, owner: string, actor: Actor): void {
  if (owner === 'me') query.where('contacts.owner_id', actor.id)
  else if (owner === 'none') query.whereNull('contacts.owner_id')
  else if (isUuid(owner)) query.where('contacts.owner_id', owner)
}

function narrowToConsent(query: Query, asked: string): void {
  const [channel, state] = asked.split(':')
  if (!channels.some((known) => known === channel)) return
  if (state === 'not_asked')
    query.whereRaw(`coalesce(contacts.consent -> ? ->> 'state', 'not_asked') = 'not_asked'`, [
      channel,
    ])
  else query.whereRaw(`contacts.consent -> ? ->> 'state' = ?`, [channel, state ?? 'granted'])
}

const REQUIREMENTS =
  'select from contact_requirements where contact_id = contacts.id and deleted_at is null'

function narrowToHaving(query: Query, what: string): void {
  if (what === 'phone') query.whereNotNull('contacts.primary_phone')
  if (what === 'no_phone') query.whereNull('contacts.primary_phone')
  if (what === 'email') query.whereNotNull('contacts.primary_email')
  if (what === 'no_email') query.whereNull('contacts.primary_email')
  if (what === 'requirement') query.whereRaw(`exists (${REQUIREMENTS})`)
  if (what === 'no_requirement') query.whereRaw(`not exists (${REQUIREMENTS})`)
}

/** On average: who recommends the agency, who does not, and those in between. */
function narrowToScore(query: Query, kind: string): void {
  const average = 'contacts.score_average'
  if (kind === 'promoter') query.where(average, '>=', 9)
  if (kind === 'passive') query.where(average, '>=', 7).where(average, '<', 9)
  if (kind === 'detractor') query.where(average, '<', 7)
  if (kind === 'none') query.whereNull(average)
}

function narrowToNext(query: Query, when: string): void {
  const now = today(unit().tenant.timeZone)
  if (when === 'overdue') query.where('contacts.next_action_on', '<', now)
  if (when === 'today') query.where('contacts.next_action_on', now)
  if (when === 'due') query.where('contacts.next_action_on', '<=', now)
  if (when === 'week') query.whereBetween('contacts.next_action_on', [now, daysAfter(now, 7)])
  if (when === 'none') query.whereNull('contacts.next_action_on')
}

function midnight(day: string): Date {
  return startOfDay(day, unit().tenant.timeZone).toJSDate()
}
