import { readAddressPart } from '#kernel/markets/addresses'
import type { AddressPart, MarketKey, MarketPack } from '#kernel/markets/market_pack'
import type { ContactDraft } from './contact_draft.ts'
import type { RowReader } from './row_reader.ts'

const COUNTRY_NAMES: Record<MarketKey, string[]> = {
  ZW: ['zw', 'zwe', 'zimbabwe', 'rhodesia'],
  IN: ['in', 'ind', 'india', 'bharat'],
  US: ['us', 'usa', 'united states', 'united states of america', 'america'],
}

/**
 * The address of a row. States and postcodes of the agency's own country come out as its forms
 * write them; what they do not know is reported and stays as it is written. Abroad, anything goes.
 */
export function draftAddress(reader: RowReader): ContactDraft['address'] {
  const country = reader.text('country')
  const isHome = isHomeCountry(country, reader.market)
  const part = (name: AddressPart) => (isHome ? homePart(name, reader) : reader.text(fieldOf(name)))
  return {
    line: lineOf(reader),
    unit: null,
    locality: reader.text('locality'),
    city: reader.text('city'),
    state: part('state'),
    postcode: part('postcode'),
    country,
  }
}

function lineOf(reader: RowReader): string | null {
  const lines = reader.cells('address_line').map((cell) => reader.fitted(cell))
  return [...new Set(lines)].join(', ').replaceAll(/\s*\n\s*/g, ', ') || null
}

function homePart(name: AddressPart, reader: RowReader): string | null {
  const cell = reader.cell(fieldOf(name))
  if (!cell) return null
  const text = reader.fitted(cell)
  const reading = readAddressPart(name, text, reader.market)
  if (reading.ok) return reading.value
  reader.report(cell, reading.problem)
  return text
}

function fieldOf(name: AddressPart): 'state' | 'postcode' {
  return name === 'state' ? 'state' : 'postcode'
}

function isHomeCountry(country: string | null, { key }: MarketPack): boolean {
  const plain = country?.toLowerCase().replaceAll('.', '').replace(/^the /, '')
  return !plain || COUNTRY_NAMES[key].includes(plain)
}
