import type { DomainEvent } from '#kernel/tenancy/unit'
import type BulkWork from '../models/bulk_work.ts'

/** Somebody asks the workers for a bulk work: `contacts.import_requested` for one of the kind `contacts.import`. */
export class BulkWorkRequested implements DomainEvent {
  readonly name: string
  readonly version = 1
  readonly payload: { workId: string }

  constructor(work: BulkWork) {
    this.name = `${work.kind}_requested`
    this.payload = { workId: work.id }
  }
}
