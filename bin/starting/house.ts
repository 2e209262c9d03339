import { launch } from './child.ts'
import { Refusal } from './refusal.ts'
import type { Child, Launch } from './child.ts'

interface Stoppable {
  stop(): Promise<void>
}

/** Everything that runs on our account, and the order in which it ends. */
export class House {
  #children = new Set<Child>()
  #database: Promise<Stoppable> | undefined
  #farewells: (() => Promise<void>)[] = []
  #reportFailure: (error: Error) => void = () => {}
  #isClosing = false

  /** Rejects when something that must run cannot be kept running. */
  readonly failure = new Promise<never>((_, reject) => {
    this.#reportFailure = reject
  })

  constructor() {
    this.failure.catch(() => {})
  }

  get isClosing(): boolean {
    return this.#isClosing
  }

  launch(order: Launch): Child {
    this.#refuseWhenClosing()
    const child = launch(order)
    this.#children.add(child)
    const forget = () => this.#children.delete(child)
    child.ended.then(forget, forget)
    return child
  }

  async openDatabase<T extends Stoppable>(open: () => Promise<T>): Promise<T> {
    this.#refuseWhenClosing()
    const opening = open()
    this.#database = opening
    return opening
  }

  /** Runs last, after the database. */
  atTheEnd(farewell: () => Promise<void>): void {
    this.#farewells.push(farewell)
  }

  fail(sentence: string): void {
    this.#reportFailure(new Refusal(sentence))
  }

  /** Children first, so that they can finish what they write; then the database. */
  async close(): Promise<void> {
    this.#isClosing = true
    await Promise.all([...this.#children].map((child) => child.stop()))
    const database = await this.#database?.catch(() => undefined)
    await database?.stop()
    for (const farewell of this.#farewells) await farewell()
  }

  /** For somebody in a hurry: the guardian ends the database after we are gone. */
  abandon(): void {
    for (const child of this.#children) child.kill()
  }

  #refuseWhenClosing(): void {
    if (this.#isClosing) throw new Refusal('Freehold is stopping.')
  }
}
