import { Member } from '#app/members'
import type { CustomField, FieldChange } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { unit } from '#kernel/tenancy/tenancy'
import type Lead from '../models/lead.ts'

type Words = Record<string, string | null>

/** A lead field by field, as people read it, to tell two versions of it apart. */
export async function leadInWords(lead: Lead, fields: CustomField[]): Promise<Words> {
  const market = marketPack(unit().tenant.market)
  const price = (minor: number | null) =>
    minor === null ? null : formatPrice(minor, lead.currency, market.locale)
  return {
    'leads.fields.name': lead.name,
    'leads.fields.phone': lead.phone,
    'leads.fields.email': lead.email,
    'leads.fields.source': lead.source,
    'leads.fields.intent': lead.intent,
    'leads.fields.message': lead.message,
    'leads.fields.budget_min': price(lead.budgetMinMinor),
    'leads.fields.budget_max': price(lead.budgetMaxMinor),
    'leads.fields.asking_price': price(lead.askingPriceMinor),
    'leads.fields.localities': lead.localities.join(', ') || null,
    'leads.fields.address': addressLines(lead.address, market).join(', ') || null,
    'leads.fields.motivation': text(lead.motivation),
    'leads.fields.assignee': await nameOf(lead.ownerId),
    'leads.fields.keeper': await nameOf(lead.keeperId),
    ...Object.fromEntries(fields.map(({ key, label }) => [label, text(lead.custom[key])])),
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
  'leads.fields.intent': 'leads.intents',
  'leads.fields.source': 'leads.sources',
}

function text(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value)
}

async function nameOf(id: string | null): Promise<string | null> {
  if (id === null) return null
  const row = await Member.query().where('id', id).select('name').first()
  return row?.name ?? null
}
