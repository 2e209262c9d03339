/** Longer words are not compared: nothing that we know is as long. */
const LONGEST = 40

/** Three rows of the table of distances, used again and again: this runs for each misspelt word. */
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1))

/** Letters to add, take away, replace or swap, to make one word of the other. */
export function distanceBetween(one: string, other: string): number {
  if (Math.max(one.length, other.length) > LONGEST) return LONGEST
  let [before, last, next] = rows
  for (let at = 0; at <= other.length; at++) last[at] = at
  for (let row = 1; row <= one.length; row++) {
    next[0] = row
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1]
      const cost = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1))
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      next[at] = isSwapped ? Math.min(cost, before[at - 2] + 1) : cost
    }
    ;[before, last, next] = [last, next, before]
  }
  return last[other.length]
}

/** A bit for each letter that occurs. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97)
  return letters
}

/** Tells cheaply what cannot be near: a slip changes the length by one and letters by two. */
export function mayBeWithin(slips: number, differing: number, longer: number): boolean {
  if (Math.abs(longer) > slips) return false
  let count = 0
  for (let left = differing; left !== 0 && count <= 2 * slips; left &= left - 1) count++
  return count <= 2 * slips
}
