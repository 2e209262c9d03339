import { type CustomField, type CustomValues, type FieldChange, customFieldsOf } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import type { Address, MarketPack } from '#kernel/markets/market_pack'
import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { unit } from '#kernel/tenancy/tenancy'
import Lead from '../models/lead.ts'
import type { Changes } from './known_lead.ts'

const WORDS: Record<string, string> = { intent: 'leads.intents' }

export interface ChangeWords {
  market: MarketPack
  fields: CustomField[]
}

/** `toBe`: fields that a list is going to make. */
export async function changeWords(toBe: CustomField[] = []): Promise<ChangeWords> {
  const fields = [...(await customFieldsOf(Lead.subjectType)), ...toBe]
  return { market: marketPack(unit().tenant.market), fields }
}

/** What a row adds to a lead, field by field, as people read it. */
export function changesInWords(changes: Changes, { market, fields }: ChangeWords): FieldChange[] {
  return Object.entries(changes).flatMap(([column, [before, after]]) => {
    if (column === 'city') return []
    if (column === 'custom') return customInWords(before, after, fields)
    const field = column.replace(/_minor$/, '')
    const said = (value: unknown) => saidValue(column, value, market)
    return {
      field: `leads.fields.${field}`,
      from: said(before),
      to: said(after),
      words: WORDS[column],
    }
  })
}

function customInWords(before: unknown, after: unknown, fields: CustomField[]): FieldChange[] {
  const said = (values: unknown, key: string) => {
    const value = (values as CustomValues | null)?.[key]
    return value === undefined ? null : String(value)
  }
  return fields
    .map(({ key, label }) => ({ field: label, from: said(before, key), to: said(after, key) }))
    .filter(({ from, to }) => from !== to)
}

function saidValue(column: string, value: unknown, market: MarketPack): string | null {
  if (value === null) return null
  if (column.endsWith('_minor')) return formatPrice(value as number, market.currency, market.locale)
  if (column === 'address') return addressLines(value as Address, market).join(', ') || null
  return (Array.isArray(value) ? value.join(', ') : String(value)) || null
}
