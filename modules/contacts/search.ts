import type { SearchDocument, SearchProvider } from '#kernel/search/search_provider'
import Contact from './models/contact.ts'

/** How contacts are found from anywhere: by name, company, number, address, tag and town. */
export default {
  subjectType: Contact.subjectType,
  icon: 'users',

  urlFor(subjectId) {
    return `/app/contacts/${subjectId}`
  },

  async documents(subjectIds) {
    const contacts = await Contact.query().whereIn('id', subjectIds).preload('points')
    return contacts.map(documentOf)
  },

  changedBy({ name, payload }) {
    return name.startsWith('contacts.') && Array.isArray(payload.contactIds)
      ? payload.contactIds
      : []
  },
} satisfies SearchProvider

function documentOf(contact: Contact): SearchDocument {
  const { name, companyName, jobTitle, city, tagNames, primaryPhone, primaryEmail } = contact
  const reached = contact.points.map(({ value }) => value)
  return {
    subjectType: Contact.subjectType,
    subjectId: contact.id,
    title: name,
    detail: [companyName === name ? null : companyName, primaryPhone ?? primaryEmail, city]
      .filter(Boolean)
      .join(' · '),
    words: [name, companyName, jobTitle, city, ...tagNames, ...reached].filter(Boolean).join(' '),
    permission: 'contacts.view',
    ownerId: contact.ownerId,
    teamId: contact.teamId,
  }
}
