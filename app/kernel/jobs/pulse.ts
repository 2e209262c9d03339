/** Wakes one sleeper. A beat that comes while nobody sleeps is kept for the next sleep. */
export class Pulse {
  #kept = false
  #wake: (() => void) | null = null

  beat(): void {
    if (this.#wake) this.#wake()
    else this.#kept = true
  }

  /** Resolves on the next beat, or after `ms`. */
  async sleep(ms: number): Promise<void> {
    if (this.#kept) {
      this.#kept = false
      return
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#wake = null
  }
}
