import type { PlotUnit } from './listing_words.ts'

const SQUARE_METRES: Record<PlotUnit, number> = {
  sqm: 1,
  sqft: 0.09290304,
  acre: 4046.8564224,
  hectare: 10_000,
}

export function squareMetres(value: number, unit: PlotUnit): number {
  return value * SQUARE_METRES[unit]
}

/** The same amount for one `unit`, where it is known for a square metre. */
export function perUnit(perSquareMetre: number, unit: PlotUnit): number {
  return perSquareMetre * SQUARE_METRES[unit]
}
