import type { HttpContext } from '@adonisjs/core/http'
import { type CustomField, customFieldsOf, saidValue } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { sidesFor } from '../merging/chosen_values.ts'
import { CUSTOM, type FieldValues, isEmpty, isSame, valuesOf } from '../merging/merge_fields.ts'
import type Listing from '../models/listing.ts'
import { listingInWords, wordsOf } from '../queries/listing_in_words.ts'
import { listingSubject } from '../subject.ts'
import { ownerNamed } from './owner_choices.ts'

interface Both {
  survivor: Listing
  other: Listing
}

/** What people read of a field that holds several. */
const partsOf: Record<string, string[]> = {
  price: ['price', 'rent_period'],
  agent: ['agent', 'team'],
  authority_kind: ['authority_kind', 'authority_from', 'authority_until'],
}

/** Two listings side by side, field by field, as they would be merged. */
export async function mergeView(ctx: HttpContext, both: Both) {
  const { survivor, other } = both
  const fields = await customFieldsOf(listingSubject.type)
  const mine = await sourceOf(ctx, survivor, { other, fields })
  const theirs = await sourceOf(ctx, other, { other: survivor, fields })
  const sides = sidesFor(both)
  return {
    survivor,
    other,
    rows: Object.keys(mine.values)
      .filter((key) => !isEmpty(mine.values[key]) || !isEmpty(theirs.values[key]))
      .map((key) => ({
        key,
        label: fieldLabel(ctx, key, fields),
        mine: textOf(ctx, key, mine),
        other: textOf(ctx, key, theirs),
        isSame: isSame(mine.values[key], theirs.values[key]),
        isFixed: key === 'agent' && !ctx.staff.actor.can('listings.assign'),
        chosen: sides[key],
      })),
    tags: [...new Set([...survivor.tagNames, ...other.tagNames])].join(', '),
  }
}

interface Source {
  values: FieldValues
  words: Record<string, string | null>
  listing: Listing
  fields: CustomField[]
}

async function sourceOf(
  ctx: HttpContext,
  listing: Listing,
  { other, fields }: { other: Listing; fields: CustomField[] }
): Promise<Source> {
  const words = await listingInWords(listing, fields)
  const { ownerContactId } = listing.property
  // Whoever does not see the contact reads only that there is one.
  const owner = ownerContactId && ((await ownerNamed(ctx, ownerContactId))?.name ?? '•••')
  return {
    values: valuesOf(listing, { other }),
    words: { ...words, 'listings.fields.owner': owner },
    listing,
    fields,
  }
}

export function fieldLabel({ i18n }: HttpContext, key: string, fields: CustomField[]): string {
  if (!key.startsWith(CUSTOM)) return i18n.t(`listings.fields.${key}`)
  const own = key.slice(CUSTOM.length)
  return fields.find((field) => field.key === own)?.label ?? own.replaceAll('_', ' ')
}

function textOf(ctx: HttpContext, key: string, source: Source): string | null {
  if (key.startsWith(CUSTOM)) return customText(ctx, key.slice(CUSTOM.length), source)
  const parts = (partsOf[key] ?? [key]).map((part) => said(ctx, `listings.fields.${part}`, source))
  return parts.filter(Boolean).join(' · ') || null
}

function said({ i18n }: HttpContext, field: string, { words }: Source): string | null {
  const text = words[field] ?? null
  if (text === null || !(field in wordsOf)) return text
  return text
    .split(', ')
    .map((key) => i18n.t(`${wordsOf[field]}.${key}`, {}, key))
    .join(', ')
}

function customText({ i18n, tenant }: HttpContext, own: string, { listing, fields }: Source) {
  const value = listing.custom[own]
  const field = fields.find((one) => one.key === own)
  if (!field) return value === undefined ? null : String(value)
  return saidValue(field, value, { tenant: tenant as TenantSnapshot, i18n })
}
