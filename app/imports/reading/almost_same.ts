const SHORTEST = 4
const LONG = 8

/** Tells whether two words differ by a slip of the hand or two: a letter more, less, other or swapped. */
export function almostSame(one: string, other: string): boolean {
  const slips = Math.min(one.length, other.length) >= LONG ? 2 : 1
  if (Math.min(one.length, other.length) < SHORTEST) return one === other
  if (Math.abs(one.length - other.length) > slips || !beginAlike(one, other)) return false
  return distance(one, other) <= slips
}

/** People seldom miss the first letter, and words that differ in it are mostly other words. */
function beginAlike(one: string, other: string): boolean {
  return one[0] === other[0] || (one[0] === other[1] && one[1] === other[0])
}

/** Steps from one word to the other, a swap of neighbours counting as one. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (isSame ? 0 : 1),
        isSwap ? beforeLast[column - 2]! + 1 : Infinity
      )
    }
    beforeLast = last
    last = current
  }
  return last[other.length]!
}
