import type { Pager } from './changes_pager.ts'
import type { FeedAccess } from './feed_access.ts'
import type { FeedDoor } from './feed_door.ts'
import { RETURNED, recordsCalled } from './questions.ts'
import { type ResoRecord, recordFrom } from './reso_record.ts'

type KeysBehind = (after: string | null) => Promise<string[]>

/**
 * Goes through what was missing and is there again. It is asked for by its keys, since whoever lacked
 * a record for a day and has it again need not have changed it.
 */
export function returnedPager(door: FeedDoor, access: FeedAccess, keysBehind: KeysBehind) {
  return new ReturnedPager(door, access, keysBehind)
}

class ReturnedPager implements Pager<ResoRecord> {
  rows: ResoRecord[] = []
  isLast = false
  from: string | null = null
  watermark: string | null = null

  constructor(
    private readonly door: FeedDoor,
    private readonly access: FeedAccess,
    private readonly keysBehind: KeysBehind
  ) {}

  async turn(): Promise<void> {
    this.from = this.watermark
    const keys = await this.keysBehind(this.from)
    this.rows = keys.length > 0 ? await this.#recordsOf(keys) : []
    this.watermark = keys.at(-1) ?? this.from
    this.isLast = keys.length < RETURNED
  }

  async #recordsOf(keys: string[]): Promise<ResoRecord[]> {
    const records: ResoRecord[] = []
    let url: string | null = recordsCalled(this.access, keys)
    while (url && records.length < keys.length) {
      const page = await this.door.page(url)
      records.push(...page.records.map(recordFrom))
      url = page.next
    }
    return records
  }
}
