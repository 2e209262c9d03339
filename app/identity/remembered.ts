interface Kept<Value> {
  value: Value
  until: number
}

const MOST = 20_000

/**
 * What was read lately, so that a page needs no query for it. A reading that was under way while
 * something was forgotten is not kept: it may be the old one. Nothing found is not kept either.
 */
export class Remembered<Value> {
  readonly #life: number
  #kept = new Map<string, Kept<Value>>()
  #forgettings = 0

  constructor(milliseconds: number) {
    this.#life = milliseconds
  }

  async read(key: string, load: () => Promise<Value | null>): Promise<Value | null> {
    const known = this.#kept.get(key)
    if (known && known.until > Date.now()) return known.value
    const before = this.#forgettings
    const value = await load()
    if (value !== null && before === this.#forgettings) this.#keep(key, value)
    return value
  }

  forget(key: string): void {
    this.#forgettings += 1
    this.#kept.delete(key)
  }

  forgetThose(matches: (key: string) => boolean): void {
    this.#forgettings += 1
    for (const key of this.#kept.keys()) if (matches(key)) this.#kept.delete(key)
  }

  forgetAll(): void {
    this.#forgettings += 1
    this.#kept.clear()
  }

  #keep(key: string, value: Value): void {
    if (this.#kept.size >= MOST) this.#kept.clear()
    this.#kept.set(key, { value, until: Date.now() + this.#life })
  }
}
