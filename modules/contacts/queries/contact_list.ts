import type { CustomValues } from '#app/records'
import { restorableSince } from '#kernel/models/soft_deletes'
import { narrowToReach } from '#kernel/models/reachable'
import { type Page, pageOf } from '#kernel/lists/keyset'
import type { Actor } from '#kernel/tenancy/actor'
import type { Channel, Consent, ContactKind } from '../contact_words.ts'
import Contact from '../models/contact.ts'
import { type ContactFilters, filtersFrom, narrow } from './contact_filters.ts'
import { type Place, contactOrder } from './contact_order.ts'

const PAGE = 25

const statuses = ['active', 'archived', 'deleted'] as const
export type ListedStatus = (typeof statuses)[number]

export interface ListRequest {
  filters: ContactFilters
  status: ListedStatus
  place: Place
}

export interface ListRow {
  id: string
  name: string
  type: 'person' | 'company'
  company_name: string | null
  kinds: ContactKind[]
  tag_names: string[]
  source: string | null
  city: string | null
  primary_phone: string | null
  primary_email: string | null
  consent: Partial<Record<Channel, Consent>>
  owner_name: string | null
  custom: CustomValues
  last_touched_at: Date | null
  next_action_on: string | null
  created_at: Date
  deleted_at: Date | null
  sort_key: string
  /** How many the list has in all; the same in every row. */
  total: number
}

export type ContactPage = Page<ListRow>

/** What an address asks of the list. Who may not restore sees nothing that is deleted. */
export function listRequest(asked: Record<string, unknown>, actor: Actor): ListRequest {
  const status = statuses.find((known) => known === asked.status) ?? 'active'
  return {
    filters: filtersFrom(asked),
    status: status === 'deleted' && !actor.can('contacts.delete') ? 'active' : status,
    place: contactOrder.placeFrom(asked),
  }
}

/** The contacts that a request is about, as far as `permission` reaches: for pages and bulk acts alike. */
export function contactsAsked(
  actor: Actor,
  { filters, status }: Omit<ListRequest, 'place'>,
  permission: string
) {
  const all = status === 'deleted' ? deletedContacts() : Contact.query().where('status', status)
  const query = narrowToReach(all, actor, permission)
  narrow(query, filters, actor)
  return query
}

/** One page of the list, and how many there are: one query, however many rows. */
export async function contactList(actor: Actor, request: ListRequest): Promise<ContactPage> {
  const { place } = request
  const query = contactsAsked(actor, request, 'contacts.view')
  const counting = query.clone().count('*').as('total')
  contactOrder.arrange(query, place)
  const found = await query
    .joinRaw('left join members as owner on owner.id = contacts.owner_id')
    .select(...columns)
    .select(query.client.raw(`${contactOrder.keyOf(place)} as sort_key`), counting)
    .limit(PAGE + 1)
    .pojo<ListRow>()
  return pageOf(found, place, PAGE)
}

const columns = [
  ...['id', 'name', 'type', 'company_name', 'kinds', 'tag_names', 'source', 'city'],
  ...['primary_phone', 'primary_email', 'last_touched_at', 'next_action_on', 'custom', 'consent'],
  ...['created_at', 'deleted_at'],
]
  .map((name) => `contacts.${name}`)
  .concat('owner.name as owner_name')

function deletedContacts() {
  return Contact.withDeleted()
    .whereNull('contacts.merged_into')
    .where('contacts.deleted_at', '>', restorableSince().toJSDate())
}
