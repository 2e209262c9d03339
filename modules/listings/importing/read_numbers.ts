import { spelled } from '#app/imports'
import type { PlotUnit, SizeUnit } from '../listing_words.ts'

const UNITS: [unit: PlotUnit, words: RegExp][] = [
  ['acre', /\b(acres?|ac)\b/],
  ['hectare', /\b(hectares?|ha)\b/],
  ['sqft', /\b(sq ?f(ee)?t|square f(ee|oo)t|sqft|ft2|sf)\b/],
  ['sqm', /\b(sq ?m|square met(re|er)s?|sqm|m2|sq ?mtrs?|sq met(re|er)s?)\b/],
]

/** 1,250.5, 12,50,000 and "3 beds"; null for what is no single number. */
export function numberIn(text: string): number | null {
  const plain = text.replaceAll(/(?<=\d)[, ](?=\d{2,3})/g, '')
  const numbers = plain.match(/-?\d+(\.\d+)?/g)
  return numbers?.length === 1 ? Number(numbers[0]) : null
}

/** The unit that a cell or a heading names. */
export function unitIn(text: string): PlotUnit | null {
  const plain = spelled(text.replaceAll('²', '2').replaceAll(/(\d)(?=[a-z])/gi, '$1 '))
  const joined = plain.replaceAll(/\bft 2\b/g, 'ft2').replaceAll(/\bm 2\b/g, 'm2')
  return UNITS.find(([, words]) => words.test(joined))?.[0] ?? null
}

export function isSizeUnit(unit: PlotUnit): unit is SizeUnit {
  return unit === 'sqm' || unit === 'sqft'
}
