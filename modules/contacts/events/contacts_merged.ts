import type { DomainEvent } from '#kernel/tenancy/unit'
import { type MergePayload, mergePayload } from './merge_payload.ts'
import type ContactMerge from '../models/contact_merge.ts'

/** One contact was taken into another: what refers to `mergedId` now means `survivorId`. */
export default class ContactsMerged implements DomainEvent {
  readonly name = 'contacts.merged'
  readonly version = 1
  readonly payload: MergePayload

  constructor(merge: ContactMerge) {
    this.payload = mergePayload(merge)
  }
}
