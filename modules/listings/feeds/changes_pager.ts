import type { FeedAccess } from './feed_access.ts'
import type { FeedDoor } from './feed_door.ts'
import { FeedFault } from './feed_fault.ts'
import { RECORDS, changesSince } from './questions.ts'
import { type ResoRecord, recordFrom } from './reso_record.ts'

/** Goes through what a server has, page by page. */
export interface Pager<Row> {
  readonly rows: Row[]
  readonly isLast: boolean
  /** Where the page began, and where whoever has taken it stands. */
  readonly from: string | null
  readonly watermark: string | null
  turn(): Promise<void>
}

/**
 * Goes through what has changed, oldest first. Each page is asked anew from the last instant that was
 * heard, since records that change meanwhile move to the end and would shift pages counted from the
 * beginning. Only among records of one and the same instant is the server's own way followed.
 */
export function changesPager(door: FeedDoor, access: FeedAccess, start: string | null) {
  return new ChangesPager(door, access, start)
}

class ChangesPager implements Pager<ResoRecord> {
  rows: ResoRecord[] = []
  isLast = false
  from: string | null
  watermark: string | null
  #next: string | null = null
  #skip = 0
  /** Of the question asked last, over all pages into which the server parts its answer. */
  #answered = 0

  constructor(
    private readonly door: FeedDoor,
    private readonly access: FeedAccess,
    start: string | null
  ) {
    this.from = start
    this.watermark = start
  }

  async turn(): Promise<void> {
    this.from = this.watermark
    const url = this.#next ?? changesSince(this.access, this.from, this.#skip)
    const page = await this.door.page(url)
    if (page.next === url) throw new FeedFault('not_odata')
    this.rows = page.records.map(recordFrom)
    assertInOrder(this.rows, this.from)
    this.watermark = this.rows.at(-1)?.ModificationTimestamp ?? this.from
    this.#answered += this.rows.length
    this.isLast = page.next === null && this.#answered < RECORDS
    this.#goOn(page.next)
  }

  #goOn(next: string | null): void {
    const hasMoved = this.watermark !== this.from
    this.#next = hasMoved ? null : next
    if (this.#next) return
    this.#skip = hasMoved ? 0 : this.#skip + this.#answered
    this.#answered = 0
  }
}

/** Without the order that was asked for, the last record says nothing of those that are still to come. */
function assertInOrder(records: ResoRecord[], from: string | null): void {
  let before = from === null ? 0 : Date.parse(from)
  for (const { ModificationTimestamp: modified } of records) {
    const time = Date.parse(modified)
    if (time < before) throw new FeedFault('out_of_order')
    before = time
  }
}
