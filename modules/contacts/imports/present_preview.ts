import type { HttpContext } from '@adonisjs/core/http'
import { saidProblem } from '#app/imports'
import { formatPhone } from '#kernel/markets/phones'
import { marketPack } from '#kernel/markets/packs'
import type { ContactField } from '../importing/contact_fields.ts'
import type { TypedDraft } from './known_contact.ts'
import type { ReadRow } from './read_rows.ts'

export const PREVIEW_COLUMNS = ['name', 'reach', 'about', 'address', 'more', 'note'] as const

type PreviewColumn = (typeof PREVIEW_COLUMNS)[number]

interface PreviewCell {
  key: PreviewColumn
  lines: string[]
  problems: { said: string; text: string; isRefusal: boolean }[]
}

const HOMES: [fields: ContactField[], column: PreviewColumn][] = [
  [['phone', 'phone_label', 'email', 'email_label'], 'reach'],
  [['kind', 'tags', 'source'], 'about'],
  [['address_line', 'locality', 'city', 'state', 'postcode', 'country'], 'address'],
  [['full_name', 'first_name', 'middle_name', 'last_name', 'company', 'job_title'], 'name'],
  [['notes'], 'note'],
]

/** The first rows as contacts, each cell with what is wrong with it. */
export function previewOf(ctx: HttpContext, rows: ReadRow[]) {
  return rows.map(({ row, draft, problems }) => ({
    line: row.line,
    isRefused: draft === null,
    cells: PREVIEW_COLUMNS.map((key): PreviewCell => {
      const own = problems.filter(({ field }) => homeOf(field) === key)
      return {
        key,
        lines: draft ? linesOf(ctx, draft)[key].filter(Boolean) : [],
        problems: own.map((problem) => saidProblem(ctx, problem)),
      }
    }),
  }))
}

/** What is nobody's own stands with the name, where the row begins. */
function homeOf(field: ContactField | null): PreviewColumn {
  if (field === null) return 'name'
  return HOMES.find(([fields]) => fields.includes(field))?.[1] ?? 'more'
}

function linesOf(ctx: HttpContext, draft: TypedDraft): Record<PreviewColumn, string[]> {
  const { region } = marketPack(ctx.tenant!.market)
  return {
    name: [draft.name, [draft.jobTitle, draft.companyName].filter(Boolean).join(', ')],
    reach: [
      ...draft.phones.map(({ e164 }) => formatPhone(e164, region)),
      ...draft.emails.map(({ address }) => address),
    ],
    about: [
      draft.contactKinds.map((kind) => ctx.i18n.t(`contacts.kinds.${kind}`)).join(', '),
      draft.tags.join(', '),
      draft.source ?? '',
    ],
    address: [Object.values(draft.address).filter(Boolean).join(', ')],
    more: moreOf(ctx, draft),
    note: [draft.note ?? ''],
  }
}

function moreOf({ i18n }: HttpContext, draft: TypedDraft): string[] {
  const consents = Object.entries(draft.consent).filter(([, answer]) => answer !== null)
  return [
    draft.birthday ?? '',
    ...consents.map(([channel, answer]) =>
      i18n.t(`contacts.import.consent.${answer ? 'granted' : 'refused'}.${channel}`)
    ),
    draft.ownerEmail ?? draft.ownerName ?? '',
    ...Object.values(draft.custom).map(String),
  ]
}
