import type { I18n } from '@adonisjs/i18n'
import {
  type CustomField,
  customCell,
  dayAndTime,
  saidInteractions,
  saidNotes,
  saidSteps,
} from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { channels } from '../contact_words.ts'
import type Contact from '../models/contact.ts'
import type { ExportPage } from './export_page.ts'

interface ExportReader {
  i18n: I18n
  tenant: TenantSnapshot
}

interface ExportColumn {
  heading: string
  cell(contact: Contact, page: ExportPage): string
}

type Cells = Record<string, ExportColumn['cell']>

/** Every column of an export, headed so that an import finds most of them again. */
export function exportColumns(fields: CustomField[], reader: ExportReader): ExportColumn[] {
  const cells = { ...WHO, ...REACH, ...WHERE, ...consents(reader), ...WHOSE, ...history(reader) }
  const known = Object.entries(cells).map(([key, cell]) => ({
    heading: reader.i18n.t(`contacts.export.columns.${key}`),
    cell,
  }))
  const own = fields.map((field) => ({
    heading: field.label,
    cell: ({ custom }: Contact) => customCell(field, custom[field.key], reader),
  }))
  return [...known, ...own]
}

const WHO: Cells = {
  full_name: ({ name }) => name,
  first_name: ({ firstName }) => firstName ?? '',
  last_name: ({ lastName }) => lastName ?? '',
  company: ({ companyName }) => companyName ?? '',
  job_title: ({ jobTitle }) => jobTitle ?? '',
  kind: ({ kinds }) => kinds.join(', '),
}

const REACH: Cells = {
  phone: ({ phones }) => phones.map(({ value }) => value).join('; '),
  email: ({ emails }) => emails.map(({ value }) => value).join('; '),
}

const WHERE: Cells = {
  address_line: ({ address }) => [address.line, address.unit].filter(Boolean).join(', '),
  locality: ({ address }) => address.locality ?? '',
  city: ({ city }) => city ?? '',
  state: ({ address }) => address.state ?? '',
  postcode: ({ address }) => address.postcode ?? '',
  birthday: ({ birthday }) => birthday ?? '',
  tags: ({ tagNames }) => tagNames.join(', '),
  source: ({ source }) => source ?? '',
}

const WHOSE: Cells = {
  owner_name: ({ ownerId }, { owners }) => owners.get(ownerId ?? '')?.name ?? '',
  owner_email: ({ ownerId }, { owners }) => owners.get(ownerId ?? '')?.email ?? '',
}

/** A channel on which nobody was asked stays empty: it is neither a yes nor a no. */
function consents({ i18n }: ExportReader): Cells {
  const said = { granted: 'yes', refused: 'no', not_asked: null }
  const cells = channels.map((channel): [string, ExportColumn['cell']] => [
    `consent_${channel}`,
    ({ consent }) => {
      const answer = said[consent[channel]?.state ?? 'not_asked']
      return answer ? i18n.t(`contacts.export.${answer}`) : ''
    },
  ])
  return Object.fromEntries(cells)
}

function history(reader: ExportReader): Cells {
  const { timeZone } = reader.tenant
  return {
    status: ({ status }) => reader.i18n.t(`contacts.export.statuses.${status}`),
    created_at: ({ createdAt }) => dayAndTime(createdAt.toJSDate(), timeZone),
    last_touched_at: ({ lastTouchedAt }) =>
      lastTouchedAt ? dayAndTime(lastTouchedAt.toJSDate(), timeZone) : '',
    next_action_on: ({ nextActionOn }) => nextActionOn ?? '',
    notes: ({ id }, { timeline }) => saidNotes(timeline.get(id), reader),
    interactions: ({ id }, { timeline }) => saidInteractions(timeline.get(id), reader),
    status_history: ({ id }, { steps }) =>
      saidSteps(steps.get(id), 'contacts.export.statuses', reader),
  }
}
