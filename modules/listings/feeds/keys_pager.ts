import type { Pager } from './changes_pager.ts'
import type { FeedAccess } from './feed_access.ts'
import type { FeedDoor } from './feed_door.ts'
import { FeedFault } from './feed_fault.ts'
import { KEYS, keysBehind } from './questions.ts'
import { keyIn } from './reso_record.ts'

/** Goes through the keys of all that a server has. */
export function keysPager(door: FeedDoor, access: FeedAccess): Pager<string> {
  return new KeysPager(door, access)
}

class KeysPager implements Pager<string> {
  rows: string[] = []
  isLast = false
  from: string | null = null
  watermark: string | null = null

  constructor(
    private readonly door: FeedDoor,
    private readonly access: FeedAccess
  ) {}

  async turn(): Promise<void> {
    this.from = this.watermark
    const page = await this.door.page(keysBehind(this.access, this.from))
    this.rows = page.records.map(keyIn)
    this.watermark = this.rows.at(-1) ?? this.from
    this.isLast = page.next === null && this.rows.length < KEYS
    if (!this.isLast && this.watermark === this.from) throw new FeedFault('not_odata')
  }
}
