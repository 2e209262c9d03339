import { performance } from 'node:perf_hooks'
import {
  below,
  type Figure,
  figure,
  percentile,
  type Scenario,
} from '../../../../bin/benching/figures.ts'
import type { Parsed, Vocabulary } from '../../plain_words/parsed.ts'
import { vocabularyOf } from '../unit/plain_words/vocabularies.ts'
import { writtenQueries } from '../unit/plain_words/written_queries.ts'

const ROUNDS = 20
const LIMIT = 5

type Parse = (text: string, vocabulary: Vocabulary) => Parsed

export default {
  name: 'plain_words',
  title: 'Understanding what somebody types into the search of listings',

  async run(): Promise<Figure[]> {
    const { parsePlainWords } = await import('../../plain_words/parse_plain_words.ts')
    const queries = [
      ...writtenQueries('us.txt', 'US'),
      ...writtenQueries('zw.txt', 'ZW'),
      ...writtenQueries('in.txt', 'IN'),
    ]
    const known = { US: vocabularyOf('US'), ZW: vocabularyOf('ZW'), IN: vocabularyOf('IN') }
    const first = Object.values(known).map((one) => timed(parsePlainWords, 'flat', one))
    const all = Array.from({ length: ROUNDS }, () => queries)
      .flat()
      .map(({ text, market }) => timed(parsePlainWords, text, known[market]))
    const hostile = hostileTexts().map((text) => timed(parsePlainWords, text, known.US))
    return [
      figure('an agency’s first query, its words being prepared', Math.max(...first), 'ms'),
      figure('a written query, p50', percentile(all, 0.5), 'ms'),
      below(LIMIT, figure('a written query, p99', percentile(all, 0.99), 'ms')),
      below(LIMIT, figure('10 kB of nonsense, p95', percentile(hostile, 0.95), 'ms')),
    ]
  },
} satisfies Scenario

function timed(parse: Parse, text: string, vocabulary: Vocabulary): number {
  const start = performance.now()
  parse(text, vocabulary)
  return performance.now() - start
}

function hostileTexts(): string[] {
  const parts = [
    'borrowdael ',
    'sttle ',
    '1 ',
    'no ',
    'under ',
    '1, ',
    '🏠',
    '9',
    'a',
    'Ballard or ',
  ]
  return Array.from({ length: ROUNDS }, () =>
    parts.map((part) => part.repeat(10_000 / part.length))
  ).flat()
}
