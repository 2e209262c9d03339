import type { AddressOption } from './market_pack.ts'

/** Reads a table of `CODE Name` lines: the code is stored, as letters and parcels carry it. */
export function storedByCode(table: string): AddressOption[] {
  return entries(table).map(([code, name]) => ({ value: code, label: name, also: [name] }))
}

/** Reads the same table for places where people write the name in full. */
export function storedByName(table: string): AddressOption[] {
  return entries(table).map(([code, name]) => ({ value: name, label: name, also: code.split('/') }))
}

function entries(table: string): [code: string, name: string][] {
  const lines = table.trim().split('\n')
  return lines.map((line) => {
    const [code = '', ...words] = line.trim().split(' ')
    return [code, words.join(' ')]
  })
}
