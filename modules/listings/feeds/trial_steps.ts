import { BulkFailure, type BulkSteps, type BulkWork } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import { accessTo } from './feed_access.ts'
import { FeedDoor } from './feed_door.ts'
import { FeedFault } from './feed_fault.ts'
import { lockedFeedOf } from './feed_works.ts'
import { firstOf } from './questions.ts'
import { recordFrom } from './reso_record.ts'

interface Found {
  /** null where the server does not count. */
  count: number | null
  isEmpty: boolean
}

/** Asks a feed's server for one record, so that people know whether all is right before they rely on it. */
export class TrialSteps implements BulkSteps {
  #found: Found | null = null

  constructor(private readonly run: LongRun) {}

  async open(work: BulkWork): Promise<void> {
    const access = await this.run.inUnit(async () => accessTo(await lockedFeedOf(work)))
    try {
      const door = new FeedDoor(access, { signal: this.run.signal, tries: 1 })
      const { records, count } = await door.page(firstOf(access))
      records.forEach(recordFrom)
      this.#found = { count, isEmpty: records.length === 0 }
    } catch (error) {
      if (!(error instanceof FeedFault)) throw error
      throw new BulkFailure(error.key, error.params)
    }
  }

  async take(work: BulkWork): Promise<number> {
    if (!this.#found) return 0
    work.facts = { ...work.facts, found: this.#found }
    this.#found = null
    return 1
  }
}
