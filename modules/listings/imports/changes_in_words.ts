import type { FieldChange } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import type { Address, MarketPack } from '#kernel/markets/market_pack'
import { formatPrice } from '#kernel/markets/money'
import { type OwnableField, fieldColumns, ownableFields } from '../ownable_fields.ts'
import type { Changes } from './known_listing.ts'

interface Speech {
  market: MarketPack
  /** Names of members and contacts by their ids. */
  names: Map<string, string>
}

type Side = 0 | 1

const WORDS: Partial<Record<OwnableField, string>> = {
  deal_type: 'listings.deal_types',
  type: 'listings.types',
  features: 'listings.features',
  status: 'listings.statuses',
  visibility: 'listings.visibilities',
  hides_address: 'listings.answers',
}

/** What a row changes of a listing, field by field, as people read it. */
export function changesInWords(changes: Changes, speech: Speech): FieldChange[] {
  return ownableFields.flatMap((field) => {
    if (!fieldColumns[field].some((column) => column in changes)) return []
    const said = (side: Side) => saidField(field, valuesOf(changes, field, side), speech)
    return { field: `listings.fields.${field}`, from: said(0), to: said(1), words: WORDS[field] }
  })
}

function valuesOf(changes: Changes, field: OwnableField, side: Side): unknown[] {
  return fieldColumns[field].map((column) => changes[column]?.[side] ?? null)
}

function saidField(field: OwnableField, values: unknown[], speech: Speech): string | null {
  const [value] = values
  if (value === null) return null
  return (sayings[field] ?? plainly)(values, speech)
}

type Saying = (values: unknown[], speech: Speech) => string | null

const named: Saying = ([id], { names }) => names.get(id as string) ?? null

const sayings: Partial<Record<OwnableField, Saying>> = {
  address: ([address], { market }) => addressLines(address as Address, market).join(', ') || null,
  agent: named,
  owner: named,
  price: ([minor], { market }) => formatPrice(minor as number, market.currency, market.locale),
  features: ([features]) => (features as string[]).join(', ') || null,
  deal_type: ([deal]) => String(deal),
  hides_address: ([isHidden]) => (isHidden ? 'yes' : 'no'),
  place: (values) => values.join(', '),
}

const plainly: Saying = (values) => values.filter((part) => part !== null).join(' ')
