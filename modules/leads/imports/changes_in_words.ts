import type { FieldChange } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import type { Address, MarketPack } from '#kernel/markets/market_pack'
import { formatPrice } from '#kernel/markets/money'
import type { Changes } from './known_lead.ts'

const WORDS: Record<string, string> = { intent: 'leads.intents' }

/** What a row adds to a lead, field by field, as people read it. */
export function changesInWords(changes: Changes, market: MarketPack): FieldChange[] {
  return Object.entries(changes).flatMap(([column, [before, after]]) => {
    if (column === 'city') return []
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

function saidValue(column: string, value: unknown, market: MarketPack): string | null {
  if (value === null) return null
  if (column.endsWith('_minor')) return formatPrice(value as number, market.currency, market.locale)
  if (column === 'address') return addressLines(value as Address, market).join(', ') || null
  return (Array.isArray(value) ? value.join(', ') : String(value)) || null
}
