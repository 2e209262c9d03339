import type { DomainEvent } from '#kernel/tenancy/unit'
import type BulkWork from '../models/bulk_work.ts'

/** A bulk work is over, well or badly; nobody stopped it. */
export class BulkWorkEnded implements DomainEvent {
  readonly name = 'bulk_works.ended'
  readonly version = 1
  readonly payload: { workId: string }

  constructor(work: BulkWork) {
    this.payload = { workId: work.id }
  }
}
