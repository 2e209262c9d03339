import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { readMoney } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { daysAfter, isDay, today } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { isUuid } from '#kernel/tenancy/names'
import { unit } from '#kernel/tenancy/tenancy'
import { listingStatuses, rentPeriods, visibilities } from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import { isNumber, known } from './filter_text.ts'
import { narrowToWords } from './narrow_to_words.ts'

type Query = ModelQueryBuilderContract<typeof Listing, unknown>

/** What narrows the list by the listing itself. */
export const ofListing = {
  q: (query: Query, words: string) => narrowToWords(query, words),
  status: (query: Query, text: string) =>
    narrowToOneOf(query, 'listings.status', known(text, listingStatuses)),
  deal_type: (query: Query, type: string) => query.where('listings.deal_type', type),
  price_min: (query: Query, text: string) => narrowToPrice(query, '>=', text),
  price_max: (query: Query, text: string) => narrowToPrice(query, '<=', text),
  currency: (query: Query, code: string) => query.where('listings.currency', code.toUpperCase()),
  rent_period: (query: Query, text: string) =>
    narrowToOneOf(query, 'listings.rent_period', known(text, rentPeriods)),
  category: (query: Query, id: string) => isUuid(id) && query.where('listings.category_id', id),
  visibility: (query: Query, text: string) =>
    narrowToOneOf(query, 'listings.visibility', known(text, visibilities)),
  agent: (query: Query, agent: string, actor: Actor) => narrowToAgent(query, agent, actor),
  team: (query: Query, team: string) => isUuid(team) && query.where('listings.team_id', team),
  tag: (query: Query, tag: string) => query.whereRaw('listings.tag_names @> ?', [[tag]]),
  import: (query: Query, id: string) => isUuid(id) && query.where('listings.import_id', id),
  stale: (query: Query, answer: string) => narrowToStale(query, answer),
  authority: (query: Query, when: string) => narrowToAuthority(query, when),
  quality_max: (query: Query, score: string) =>
    isNumber(score) && query.where('listings.quality_score', '<=', Number(score)),
}

function narrowToOneOf(query: Query, column: string, values: string[]): void {
  if (values.length > 0) query.whereIn(column, values)
}

/** Amounts are those that people type: "750k", "45 lakh". */
function narrowToPrice(query: Query, than: '>=' | '<=', text: string): void {
  const reading = readMoney(text, marketPack(unit().tenant.market).currency)
  if (reading.ok) query.where('listings.price_minor', than, reading.minor)
}

function narrowToAgent(query: Query, agent: string, actor: Actor): void {
  if (agent === 'me') query.where('listings.owner_id', actor.id)
  else if (agent === 'none') query.whereNull('listings.owner_id')
  else if (isUuid(agent)) query.where('listings.owner_id', agent)
}

function narrowToStale(query: Query, answer: string): void {
  const now = today(unit().tenant.timeZone)
  query.where('listings.status', 'active')
  if (answer === 'no') query.where('listings.fresh_until', '>=', now)
  else query.where('listings.fresh_until', '<', now)
}

/** `none`, or the number of days within which the authority of an active listing ends. */
function narrowToAuthority(query: Query, when: string): void {
  const now = today(unit().tenant.timeZone)
  if (when === 'none') return void query.whereNull('listings.authority_until')
  if (isDay(when)) return void query.where('listings.authority_until', '<=', when)
  const days = /^\d{1,3}$/.test(when) ? Number(when) : null
  if (days === null) return
  query
    .where('listings.status', 'active')
    .where('listings.authority_until', '<=', daysAfter(now, days))
}
