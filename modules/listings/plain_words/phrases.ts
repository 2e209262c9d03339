import type { Meaning } from './meaning.ts'
import { phraseKey } from './tokens.ts'

const LONGEST_PHRASE = 6

/** Phrases by their words, the meaning that was added first being the one that counts. */
export class Phrases {
  readonly #meanings: Map<string, Meaning>

  /** Begins with all that `others` mean. */
  constructor(others?: Phrases) {
    this.#meanings = new Map(others ? others.#meanings : [])
  }

  add(words: string, meaning: Meaning): void {
    const key = phraseKey(words)
    if (key !== '' && !this.#meanings.has(key)) this.#meanings.set(key, meaning)
  }

  /** Adds phrases that commas part. */
  addAll(list: string, meaning: Meaning): void {
    for (const words of list.split(',')) this.add(words, meaning)
  }

  /** Adds the name of a thing, in plural too and written in one word. */
  addTerm(words: string, meaning: Meaning): void {
    const key = phraseKey(words)
    for (const form of [key, key.replaceAll(' ', '')]) {
      this.add(form, meaning)
      this.add(/[^s]$/.test(form) ? `${form}s` : form, meaning)
    }
  }

  /** Adds the name of a place. Those that share a name are all meant. */
  addPlace(words: string, key: string): void {
    const name = phraseKey(words)
    for (const form of new Set([name, name.replaceAll(' ', '')])) {
      const known = this.#meanings.get(form)
      if (known?.kind !== 'place') this.add(form, { kind: 'place', values: [key] })
      else if (!known.values.includes(key)) known.values.push(key)
    }
  }

  has(key: string): boolean {
    return this.#meanings.has(key)
  }

  /** The longest phrase that begins with the first of these words. */
  longestIn(words: string[]): { meaning: Meaning; length: number } | undefined {
    for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length--) {
      const meaning = this.#meanings.get(words.slice(0, length).join(' '))
      if (meaning) return { meaning, length }
    }
    return undefined
  }

  /** All words that occur. */
  words(): Set<string> {
    return new Set([...this.#meanings.keys()].flatMap((key) => key.split(' ')))
  }
}
