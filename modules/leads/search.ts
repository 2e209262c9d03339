import type { SearchDocument, SearchProvider } from '#kernel/search/search_provider'
import { unitSql } from '#kernel/tenancy/sql'
import Lead from './models/lead.ts'

interface SearchedLead {
  id: string
  name: string
  phone: string | null
  email: string | null
  city: string | null
  address: Record<string, string>
  localities: string[]
  tag_names: string[]
  owner_id: string | null
  team_id: string | null
}

/** How leads are found from anywhere: by name, number, address, place and tag. */
export default {
  subjectType: Lead.subjectType,
  icon: 'target',

  urlFor(subjectId) {
    return `/app/leads/${subjectId}`
  },

  async documents(subjectIds) {
    const { rows } = await unitSql<SearchedLead>(
      `select id, name, phone, email, city, address, localities, tag_names, owner_id, team_id
         from leads where id = any(?::uuid[]) and deleted_at is null`,
      [subjectIds]
    )
    return rows.map(documentOf)
  },

  changedBy({ name, payload }) {
    return name.startsWith('leads.') && Array.isArray(payload.leadIds) ? payload.leadIds : []
  },

  async idsAfter(subjectId, limit) {
    const { rows } = await unitSql<{ id: string }>(
      `select id from leads where deleted_at is null and (?::uuid is null or id > ?::uuid) order by id limit ?`,
      [subjectId, subjectId, limit]
    )
    return rows.map(({ id }) => id)
  },
} satisfies SearchProvider

function documentOf(lead: SearchedLead): SearchDocument {
  const { name, phone, email, city } = lead
  const places = [city, lead.address.line, ...lead.localities]
  return {
    subjectType: Lead.subjectType,
    subjectId: lead.id,
    title: name,
    // Found by its number, it still does not say it: not everybody who finds it may see it.
    detail: [city, ...lead.localities].filter(Boolean).slice(0, 2).join(' · '),
    words: [name, phone, email, ...places, ...lead.tag_names].filter(Boolean).join(' '),
    permission: 'leads.view',
    ownerId: lead.owner_id,
    teamId: lead.team_id,
  }
}
