import { describeRecordApi } from '#app/records'
import type { ApiDescription } from '#kernel/modules/api_description'
import { contactSchema } from '../../../presenters/api_contact.ts'
import { contactSubject } from '../../../subject.ts'
import { contactQuestion } from '../../../validators/api_contact.ts'
import { contactValidator } from '../../../validators/contact.ts'

const Contact = { answer: 'Contact', versioned: true } as const
const moved = { permission: 'contacts.update', ifMatch: true, ...Contact } as const
const records = describeRecordApi(contactSubject)
const body = contactValidator([])

const description: ApiDescription = {
  schemas: { Contact: contactSchema, ...records.schemas },
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
      ifMatch: true,
      ...Contact,
    },
    'contacts.destroy': {
      summary: 'contacts.api.destroy',
      permission: 'contacts.delete',
      status: 204,
      ifMatch: true,
    },
    'contacts.restoration.store': {
      summary: 'contacts.api.restore',
      permission: 'contacts.delete',
      ...Contact,
    },
    'contacts.archival.store': { summary: 'contacts.api.archive', ...moved },
    'contacts.archival.destroy': { summary: 'contacts.api.unarchive', ...moved },
    ...records.operations,
  },
}

export default description
