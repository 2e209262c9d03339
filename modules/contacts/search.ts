import { marketPack } from '#kernel/markets/packs'
import { writtenPhone } from '#kernel/markets/written_phones'
import type { SearchDocument, SearchProvider } from '#kernel/search/search_provider'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import Contact from './models/contact.ts'

interface SearchedContact {
  id: string
  name: string
  company_name: string | null
  job_title: string | null
  city: string | null
  tag_names: string[]
  primary_phone: string | null
  primary_email: string | null
  owner_id: string | null
  team_id: string | null
  reached: string[]
  /** What people wrote into the agency's own fields. */
  own: string[]
}

/** How contacts are found from anywhere: by name, company, number, address, tag and town. */
export default {
  subjectType: Contact.subjectType,
  icon: 'users',

  urlFor(subjectId) {
    return `/app/contacts/${subjectId}`
  },

  /** Plain rows: imports ask for a thousand at a time. */
  async documents(subjectIds) {
    const { rows } = await unitSql<SearchedContact>(
      `select id, name, company_name, job_title, city, tag_names, primary_phone, primary_email, owner_id, team_id,
              array(select value from contact_points where contact_id = contacts.id order by position) as reached,
              array(select value #>> '{}' from jsonb_each(custom) where jsonb_typeof(value) = 'string') as own
         from contacts where id = any(?::uuid[]) and deleted_at is null`,
      [subjectIds]
    )
    return rows.map(documentOf)
  },

  changedBy({ name, payload }) {
    return name.startsWith('contacts.') && Array.isArray(payload.contactIds)
      ? payload.contactIds
      : []
  },

  async idsAfter(subjectId, limit) {
    const { rows } = await unitSql<{ id: string }>(
      `select id from contacts where deleted_at is null and (?::uuid is null or id > ?::uuid) order by id limit ?`,
      [subjectId, subjectId, limit]
    )
    return rows.map(({ id }) => id)
  },
} satisfies SearchProvider

function documentOf(contact: SearchedContact): SearchDocument {
  const { name, company_name: company, city } = contact
  const { region } = marketPack(unit().tenant.market)
  const phone = contact.primary_phone && writtenPhone(contact.primary_phone, region)
  return {
    subjectType: Contact.subjectType,
    subjectId: contact.id,
    title: name,
    detail: [company === name ? null : company, phone ?? contact.primary_email, city]
      .filter(Boolean)
      .join(' · '),
    words: [
      ...[name, company, contact.job_title, city],
      ...[...contact.tag_names, ...contact.reached, ...contact.own],
    ]
      .filter(Boolean)
      .join(' '),
    permission: 'contacts.view',
    ownerId: contact.owner_id,
    teamId: contact.team_id,
  }
}
