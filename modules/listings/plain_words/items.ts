import { COUNTED_BY_A } from './dictionary/number_words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Item, Kind, Meaning } from './meaning.ts'
import type { Token } from './tokens.ts'

type Match = { meaning: Meaning; length: number }

const UNKNOWN: Match = { meaning: { kind: 'word' }, length: 1 }
const ONE: Match = { meaning: { kind: 'number', value: 1 }, length: 1 }
const COUNTING: readonly Kind[] = ['number', 'scale', 'plus', 'half']

/** Parts the tokens into the longest phrases that mean something; misspelt words are put right. */
export function itemsOf(tokens: Token[], lexicon: Lexicon): Item[] {
  const words = correctedWords(tokens, lexicon)
  const items: Item[] = []
  for (let at = 0; at < tokens.length;) {
    const { meaning, length } = matchAt(words.slice(at, at + 8), lexicon, items.at(-1))
    items.push({ ...numbered(meaning, tokens[at]), from: at, to: at + length })
    at += length
  }
  return items
}

/** Each different word is looked up once, however often it stands there. */
function correctedWords(tokens: Token[], { words }: Lexicon): string[] {
  const corrected = new Map<string, string>()
  for (const { text, value } of tokens) {
    if (!corrected.has(text))
      corrected.set(text, value === undefined ? words.corrected(text) : text)
  }
  return tokens.map(({ text }) => corrected.get(text) ?? text)
}

function matchAt(words: string[], lexicon: Lexicon, before?: Item): Match {
  if (words[0] === 'a' && COUNTED_BY_A.has(words[1])) return ONE
  const general = lexicon.phrases.longestIn(words)
  const isCounting = before !== undefined && COUNTING.includes(before.kind)
  const counting = isCounting ? lexicon.afterNumber.longestIn(words) : undefined
  return longer(counting, general) ?? partedWord(words, lexicon) ?? UNKNOWN
}

function longer(one?: Match, other?: Match): Match | undefined {
  return one && one.length >= (other?.length ?? 0) ? one : other
}

/** "Bore hole" and "Avon dale": a word that somebody wrote as two. */
function partedWord(words: string[], { phrases }: Lexicon): Match | undefined {
  const joined = words.slice(0, 2).join('')
  if (!/^[a-z]{6,}$/.test(joined)) return undefined
  const match = phrases.longestIn([joined])
  return words.length > 1 && match ? { meaning: match.meaning, length: 2 } : undefined
}

function numbered(meaning: Meaning, { value }: Token): Meaning {
  return meaning.kind === 'word' && value !== undefined ? { kind: 'number', value } : meaning
}
