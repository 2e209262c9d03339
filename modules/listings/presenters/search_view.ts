import { Contact } from '#modules/contacts'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { momentOf } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type SavedSearch from '../models/saved_search.ts'
import { listRequest } from '../queries/listing_list.ts'
import { searchCriteria } from '../queries/search_criteria.ts'
import { filterChips } from './filter_chips.ts'

const MOST = 200

/** The searches that this person keeps, with how much was found for each. */
export async function searchesView({ staff }: HttpContext) {
  const { rows } = await unitSql<{
    id: string
    name: string
    frequency: string
    contact_name: string | null
    sent: number
  }>(
    `select search.id, search.name, search.frequency, contact.name as contact_name,
            (select count(*) from search_alerts where search_id = search.id and state = 'sent') as sent
       from saved_searches as search left join contacts as contact on contact.id = search.contact_id
      where search.owner_id = ? order by search.id desc limit ?`,
    [staff.actor.id, MOST]
  )
  return rows
}

/** What a form says of a search: the one that is there, or a new one out of the list's address. */
export async function searchForm(ctx: HttpContext, search: SavedSearch | null) {
  const typed = new URL(ctx.request.url(true), 'http://here').search.slice(1)
  const { query } = await searchCriteria(search ? search.query : typed)
  return {
    search,
    query,
    chips: await chipsOf(ctx, query),
    email: await emailOf(search?.contactId ?? ctx.request.qs().contact_id, ctx),
  }
}

/** A search and what was sent of it. */
export async function searchView(ctx: HttpContext, search: SavedSearch) {
  const contact = search.contactId ? await Contact.find(search.contactId) : null
  return {
    search,
    contact: contact && { name: contact.name, url: `/app/contacts/${contact.id}` },
    chips: await chipsOf(ctx, search.query),
    list: `/app/listings${search.query ? `?${search.query}` : ''}`,
    history: await historyOf(ctx, search),
  }
}

async function chipsOf(ctx: HttpContext, query: string) {
  const asked = Object.fromEntries(new URLSearchParams(query))
  const chips = await filterChips(ctx, await listRequest(asked, ctx.staff.actor))
  const words = asked.q
    ? [{ label: ctx.i18n.t('listings.plain_words.rest.label'), text: asked.q }]
    : []
  return [...chips, ...words]
}

async function emailOf(contactId: unknown, { staff }: HttpContext): Promise<string | null> {
  if (typeof contactId !== 'string' || !/^[0-9a-f-]{36}$/.test(contactId)) return null
  const contact = await Contact.reachableBy(staff.actor, 'contacts.view')
    .where('id', contactId)
    .preload('points')
    .first()
  return contact?.emails[0]?.value ?? null
}

interface Alert {
  listing_id: string
  title: string
  reason: string
  state: string
  because: string | null
  at: Date
}

async function historyOf(ctx: HttpContext, { id }: SavedSearch) {
  const { rows } = await unitSql<Alert>(
    `select listing.id as listing_id, listing.title, alert.reason, alert.state, alert.suppressed_because as because,
            coalesce(alert.settled_at, alert.found_at) as at
       from search_alerts as alert join listings as listing on listing.id = alert.listing_id
      where alert.search_id = ? order by alert.id desc limit 100`,
    [id]
  )
  return rows.map((alert) => alertView(ctx, alert))
}

function alertView(
  { i18n, tenant }: HttpContext,
  { title, reason, state, because, ...one }: Alert
) {
  const said = because ? `because.${because}` : `states.${state}`
  return {
    title,
    href: `/app/listings/${one.listing_id}`,
    reason: i18n.t(`listings.alerts.reasons.${reason}`),
    state: i18n.t(`listings.alerts.${said}`),
    tone: state === 'sent' ? 'success' : state === 'suppressed' ? 'warning' : undefined,
    at: momentOf(DateTime.fromJSDate(one.at), tenant!),
  }
}
