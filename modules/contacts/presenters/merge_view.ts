import type { HttpContext } from '@adonisjs/core/http'
import { type CustomField, customFieldsOf, saidValue } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { channels } from '../contact_words.ts'
import { sideFor } from '../merging/chosen_values.ts'
import {
  CUSTOM,
  type FieldValues,
  isEmpty,
  isSame,
  strictest,
  valuesOf,
} from '../merging/merge_fields.ts'
import type Contact from '../models/contact.ts'
import { contactInWords } from '../queries/contact_in_words.ts'
import { contactSubject } from '../subject.ts'
import { phoneInWords } from './ways.ts'

interface Both {
  survivor: Contact
  other: Contact
}

/** Two contacts side by side, field by field, as they would be merged. */
export async function mergeView(ctx: HttpContext, { survivor, other }: Both) {
  const fields = await customFieldsOf(contactSubject.type)
  const mine = await sourceOf(survivor, { other, fields })
  const theirs = await sourceOf(other, { other: survivor, fields })
  return {
    survivor,
    other,
    rows: Object.keys(mine.values)
      .filter((key) => !isEmpty(mine.values[key]) || !isEmpty(theirs.values[key]))
      .map((key) => ({
        key,
        label: labelOf(ctx, key, fields),
        mine: textOf(ctx, key, mine),
        other: textOf(ctx, key, theirs),
        isSame: isSame(mine.values[key], theirs.values[key]),
        chosen: sideFor(mine.values[key], theirs.values[key]),
      })),
    united: unitedOf(ctx, { survivor, other }),
    consents: consentsOf(ctx, { survivor, other }),
  }
}

interface Source {
  values: FieldValues
  words: Record<string, string | null>
  contact: Contact
  fields: CustomField[]
}

async function sourceOf(
  contact: Contact,
  { other, fields }: { other: Contact; fields: CustomField[] }
): Promise<Source> {
  await contact.load('points')
  const words = await contactInWords(contact, contact.points, fields)
  return { values: valuesOf(contact, { other }), words, contact, fields }
}

function consentsOf({ i18n }: HttpContext, { survivor, other }: Both) {
  return channels.map((channel) => {
    const consent = strictest(survivor.consent[channel], other.consent[channel])
    return {
      label: i18n.t(`contacts.consent.channels.${channel}`),
      value: i18n.t(`contacts.consent.states.${consent?.state ?? 'not_asked'}`),
    }
  })
}

function labelOf({ i18n }: HttpContext, key: string, fields: CustomField[]): string {
  if (!key.startsWith(CUSTOM)) return i18n.t(`contacts.fields.${key}`)
  const own = key.slice(CUSTOM.length)
  return fields.find((field) => field.key === own)?.label ?? own.replaceAll('_', ' ')
}

function textOf({ i18n, tenant }: HttpContext, key: string, source: Source): string | null {
  if (!key.startsWith(CUSTOM)) return source.words[`contacts.fields.${key}`] ?? null
  const own = key.slice(CUSTOM.length)
  const value = source.contact.custom[own]
  const field = source.fields.find((one) => one.key === own)
  if (!field) return value === undefined ? null : String(value)
  return saidValue(field, value, { tenant: tenant as TenantSnapshot, i18n })
}

/** What both have is kept of both. */
function unitedOf(ctx: HttpContext, { survivor, other }: Both) {
  const { i18n } = ctx
  const both = (read: (contact: Contact) => string[]) => [
    ...new Set([...read(survivor), ...read(other)]),
  ]
  return [
    {
      key: 'phones',
      all: both(({ phones }) => phones.map(({ value }) => phoneInWords(ctx, value))),
    },
    { key: 'emails', all: both(({ emails }) => emails.map(({ value }) => value)) },
    {
      key: 'kinds',
      all: both(({ kinds }) => kinds.map((kind) => i18n.t(`contacts.kinds.${kind}`))),
    },
    { key: 'tags', all: both(({ tagNames }) => tagNames) },
  ]
    .filter(({ all }) => all.length > 0)
    .map(({ key, all }) => ({ label: i18n.t(`contacts.fields.${key}`), value: all.join(', ') }))
}
