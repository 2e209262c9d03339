import { Member, Team } from '#app/members'
import type { CustomField, FieldChange } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import { marketPack } from '#kernel/markets/packs'
import { unit } from '#kernel/tenancy/tenancy'
import type { PointDraft } from '../contact_draft.ts'
import type Contact from '../models/contact.ts'

type Words = Record<string, string | null>

/** A contact field by field, as people read it, to tell two versions of it apart. */
export async function contactInWords(
  contact: Contact,
  points: Pick<PointDraft, 'kind' | 'value'>[],
  fields: CustomField[]
): Promise<Words> {
  return {
    'contacts.fields.type': contact.type,
    'contacts.fields.name': contact.name,
    'contacts.fields.company': contact.companyName,
    'contacts.fields.job_title': contact.jobTitle,
    'contacts.fields.kinds': list(contact.kinds),
    'contacts.fields.phones': list(valuesOf(points, 'phone')),
    'contacts.fields.emails': list(valuesOf(points, 'email')),
    'contacts.fields.address': list(
      addressLines(contact.address, marketPack(unit().tenant.market))
    ),
    'contacts.fields.birthday': contact.birthday,
    'contacts.fields.source': contact.source,
    'contacts.fields.owner': await nameOf(Member, contact.ownerId),
    'contacts.fields.team': await nameOf(Team, contact.teamId),
    ...Object.fromEntries(fields.map(({ key, label }) => [label, text(contact.custom[key])])),
  }
}

/** What differs, in the form in which the timeline keeps it. */
export function differences(before: Words, after: Words): FieldChange[] {
  return Object.keys(after)
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({
      field,
      from: before[field] ?? null,
      to: after[field] ?? null,
      words: wordsOf[field],
    }))
}

const wordsOf: Record<string, string> = {
  'contacts.fields.type': 'contacts.types',
  'contacts.fields.kinds': 'contacts.kinds',
}

function list(parts: readonly string[]): string | null {
  return parts.length > 0 ? parts.join(', ') : null
}

function valuesOf(points: Pick<PointDraft, 'kind' | 'value'>[], kind: string): string[] {
  return points.filter((point) => point.kind === kind).map(({ value }) => value)
}

function text(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value)
}

async function nameOf(model: typeof Member | typeof Team, id: string | null) {
  if (id === null) return null
  const row = await model.query().where('id', id).select('name').first()
  return row?.name ?? null
}
