import { isDeepStrictEqual } from 'node:util'
import { parsePlainWords } from '../../../plain_words/parse_plain_words.ts'
import type { Parsed } from '../../../plain_words/parsed.ts'
import { vocabularies } from './vocabularies.ts'
import type { WrittenQuery } from './written_queries.ts'

interface Tally {
  right: number
  found: number
  wanted: number
}

export interface Score {
  exact: number
  keys: Map<string, Tally>
  misses: string[]
}

/** How many queries were understood to the last key, and how well each key was by itself. */
export function scoreOf(queries: WrittenQuery[]): Score {
  const keys = new Map<string, Tally>()
  const misses: string[] = []
  for (const { text, market, expected } of queries) {
    const got = inOrder(parsePlainWords(text, vocabularies[market]))
    count(expected, got, keys)
    if (!isDeepStrictEqual(expected, got))
      misses.push(`${market} "${text}"\n      ${differences(expected, got)}`)
  }
  return { exact: 1 - misses.length / queries.length, keys, misses }
}

export function drawn({ exact, keys, misses }: Score, queries: WrittenQuery[]): string {
  const rows = [...keys].map(([key, { right, found, wanted }]) => {
    const [precision, recall] = [percent(right / (found || 1)), percent(right / (wanted || 1))]
    return `    ${key.padEnd(16)} precision ${precision}  recall ${recall}  of ${wanted}`
  })
  const head = `  ${queries.length} queries, ${percent(exact).trim()} understood exactly`
  return [head, ...rows, ...misses.map((miss) => `    missed ${miss}`)].join('\n')
}

function count(expected: Parsed, got: Parsed, keys: Map<string, Tally>): void {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    const tally = keys.get(key) ?? { right: 0, found: 0, wanted: 0 }
    const [want, have] = [expected, got].map((facts) => facts[key as keyof Parsed])
    if (want !== undefined) tally.wanted++
    if (have !== undefined) tally.found++
    if (want !== undefined && isDeepStrictEqual(want, have)) tally.right++
    keys.set(key, tally)
  }
}

function differences(expected: Parsed, got: Parsed): string {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(got)])] as (keyof Parsed)[]
  const wrong = keys.filter((key) => !isDeepStrictEqual(expected[key], got[key]))
  return wrong.map((key) => `${key}: ${said(got[key])}, not ${said(expected[key])}`).join('; ')
}

function said(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`.padStart(7)
}

/** Lists of keys have no order. */
function inOrder(parsed: Parsed): Parsed {
  const pairs = Object.entries(parsed).map(([key, value]) => [
    key,
    Array.isArray(value) ? [...value].sort() : value,
  ])
  return Object.fromEntries(pairs) as Parsed
}
