/** Pairs of a thing and how often it should come up, compared with the others. */
export type Weighted<T> = readonly (readonly [T, number])[]

/**
 * Draws that look random and never change: the same seed gives the same draws on every machine.
 * Mulberry32 over an FNV-1a hash of the seed.
 */
export class Chance {
  private state: number

  constructor(seed: string) {
    this.state = hashOf(seed)
  }

  /** From 0 up to, but without, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  happens(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(from: readonly T[]): T {
    return from[this.between(0, from.length - 1)]
  }

  weigh<T>(pairs: Weighted<T>): T {
    const total = pairs.reduce((sum, [, weight]) => sum + weight, 0)
    let left = this.next() * total
    for (const [thing, weight] of pairs) {
      left -= weight
      if (left < 0) return thing
    }
    return pairs[pairs.length - 1][0]
  }

  shuffle<T>(things: readonly T[]): T[] {
    const order = things.map((thing) => ({ thing, rank: this.next() }))
    return order.sort((one, other) => one.rank - other.rank).map(({ thing }) => thing)
  }

  take<T>(count: number, from: readonly T[]): T[] {
    return this.shuffle(from).slice(0, count)
  }
}

function hashOf(seed: string): number {
  let hash = 0x811c9dc5
  for (const character of seed) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  }
  return hash | 0
}
