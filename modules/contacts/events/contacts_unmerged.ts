import type { DomainEvent } from '#kernel/tenancy/unit'
import { type MergePayload, mergePayload } from './merge_payload.ts'
import type ContactMerge from '../models/contact_merge.ts'

/** Two contacts were parted again: what was moved under `mergeId` goes back to `mergedId`. */
export default class ContactsUnmerged implements DomainEvent {
  readonly name = 'contacts.unmerged'
  readonly version = 1
  readonly payload: MergePayload

  constructor(merge: ContactMerge) {
    this.payload = mergePayload(merge)
  }
}
