import type { Item } from './meaning.ts'
import type { Parsed, Vocabulary } from './parsed.ts'
import type { Mention } from './places.ts'

/** What has been understood on the way through a text. */
export class Draft {
  readonly facts: Parsed = {}
  /** Places in the order of their mention; one name may mean several. */
  readonly places: Mention[] = []
  readonly types = new Set<string>()
  readonly features = new Set<string>()
  readonly unread: Item[] = []

  constructor(
    readonly vocabulary: Vocabulary,
    /** A number without a sign is more often money where somebody rents. */
    readonly isRent: boolean
  ) {}

  /** The first that is said holds; tells whether this was it. */
  set<Key extends keyof Parsed>(key: Key, value: Parsed[Key]): boolean {
    if (this.facts[key] !== undefined) return this.facts[key] === value
    this.facts[key] = value
    return true
  }

  leave(items: Item[]): void {
    this.unread.push(...items)
  }
}
