import type { Phrases } from './phrases.ts'

const SHORTEST = 4
/** Letters that people hear as one. */
const SOUNDS: Record<string, string> = { v: 'w', c: 'k', q: 'k' }

/** All words that mean something, to find the one that a misspelt word was to be. */
export class KnownWords {
  readonly #words = new Set<string>()
  readonly #bySound = new Map<string, string[]>()

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
    let best: string | undefined
    let least = slips(word) + 1
    for (const known of this.#bySound.get(soundOf(word)) ?? []) {
      if (Math.abs(known.length - word.length) >= least) continue
      const distance = distanceBetween(word, known)
      if (distance >= least || !isAllowed(word, known)) continue
      best = known
      least = distance
    }
    return best
  }

  #add(word: string): void {
    if (this.#words.has(word)) return
    this.#words.add(word)
    if (word.length < SHORTEST) return
    const sound = soundOf(word)
    const others = this.#bySound.get(sound)
    if (others) others.push(word)
    else this.#bySound.set(sound, [word])
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

/** Letters to add, take away, replace or swap, to make one word of the other. */
function distanceBetween(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1]
      const cost = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1))
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      next.push(isSwapped ? Math.min(cost, before[at - 2] + 1) : cost)
    }
    ;[before, last] = [last, next]
  }
  return last[other.length]
}

/** Words of the trade that are no slip of another. */
const COMMON = new Set(
  `school schools modern quiet corner station level light lights living private rooms street avenue
   shopping centre center mall hospital university campus market bridge beach river mountain forest
   kitchen dining lounge study office closet storage laundry water electric power council title deeds
   mortgage cash loan bank investor investment return yield company brand brick stone wood wooden tile
   floor ground upper lower double single large small huge tiny spacious bright sunny shady clean safe
   peaceful secure luxury luxurious elegant classic colonial craftsman rambler mansion castle palace
   student students couple children kids bachelor bachelors short term long lease urgent urgently`.split(
    /\s+/
  )
)
