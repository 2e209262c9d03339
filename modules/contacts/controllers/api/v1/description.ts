import type { ApiDescription } from '#kernel/modules/api_description'
import { contactSchema } from '../../../presenters/api_contact.ts'
import { contactQuestion } from '../../../validators/api_contact.ts'
import { contactValidator } from '../../../validators/contact.ts'

const Contact = { answer: 'Contact', versioned: true } as const
const body = contactValidator([])

const description: ApiDescription = {
  schemas: { Contact: contactSchema },
  operations: {
    'contacts.index': {
      summary: 'contacts.api.index',
      permission: 'contacts.view',
      query: contactQuestion,
      answer: 'Contact',
      paged: true,
    },
    'contacts.show': { summary: 'contacts.api.show', permission: 'contacts.view', ...Contact },
    'contacts.store': {
      summary: 'contacts.api.store',
      permission: 'contacts.create',
      body,
      status: 201,
      ...Contact,
    },
    'contacts.update': {
      summary: 'contacts.api.update',
      permission: 'contacts.update',
      body,
      partial: true,
      ...Contact,
    },
    'contacts.destroy': {
      summary: 'contacts.api.destroy',
      permission: 'contacts.delete',
      status: 204,
      versioned: true,
    },
  },
}

export default description
