import { COMMON } from './dictionary/common_words.ts'
import { distanceBetween, lettersOf, mayBeWithin } from './distance.ts'
import type { Phrases } from './phrases.ts'

const SHORTEST = 4
/** Letters that people hear as one. */
const SOUNDS: Record<string, string> = { v: 'w', c: 'k', q: 'k' }

interface Known {
  word: string
  letters: number
}

/** All words that mean something, to find the one that a misspelt word was to be. */
export class KnownWords {
  readonly #words = new Set<string>()
  readonly #bySound = new Map<string, Known[]>()

  constructor(phrases: Phrases[]) {
    for (const word of phrases.flatMap((one) => [...one.words()])) this.#add(word)
  }

  has(word: string): boolean {
    return this.#words.has(word)
  }

  /** The word itself where it is known, or else the nearest that is; none too far away. */
  corrected(word: string): string {
    if (this.#words.has(word) || word.length < SHORTEST) return word
    if (!/^[a-z]+$/.test(word) || COMMON.has(word)) return word
    if (word.endsWith('s') && this.#words.has(word.slice(0, -1))) return word.slice(0, -1)
    return this.#nearest(word) ?? word
  }

  #nearest(word: string): string | undefined {
    const letters = lettersOf(word)
    let best: string | undefined
    let least = slips(word)
    for (const known of this.#bySound.get(soundOf(word)) ?? []) {
      if (!mayBeWithin(least, letters ^ known.letters, known.word.length - word.length)) continue
      const distance = distanceBetween(word, known.word)
      if (distance > least || !isAllowed(word, known.word)) continue
      best = known.word
      least = distance - 1
    }
    return best
  }

  #add(word: string): void {
    if (this.#words.has(word)) return
    this.#words.add(word)
    if (word.length < SHORTEST) return
    const known = { word, letters: lettersOf(word) }
    const others = this.#bySound.get(soundOf(word))
    if (others) others.push(known)
    else this.#bySound.set(soundOf(word), [known])
  }
}

/** How many slips a word of that length may have. */
function slips(word: string): number {
  return word.length < 8 ? 1 : 2
}

/** A short word may only lack a letter: a wrong one would make it too many others. */
function isAllowed(word: string, known: string): boolean {
  return word.length > SHORTEST ? known.length > SHORTEST : known.length > word.length
}

function soundOf(word: string): string {
  return SOUNDS[word[0]] ?? word[0]
}
