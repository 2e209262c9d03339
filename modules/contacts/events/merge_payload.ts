import type ContactMerge from '../models/contact_merge.ts'

export type MergePayload = {
  /** Both, the survivor first: for those who only ask which contacts changed. */
  contactIds: [string, string]
  survivorId: string
  mergedId: string
  /** Names the merge, so that what was moved because of it can go back. */
  mergeId: string
}

export function mergePayload({ id, survivorId, mergedId }: ContactMerge): MergePayload {
  return { contactIds: [survivorId, mergedId], survivorId, mergedId, mergeId: id }
}
