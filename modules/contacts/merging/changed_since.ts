import type Contact from '../models/contact.ts'
import type ContactMerge from '../models/contact_merge.ts'
import { isSame, valueNow } from './merge_fields.ts'

/** The fields that the merge set and that somebody has changed since. */
export function changedSince(survivor: Contact, { after }: ContactMerge): string[] {
  return Object.entries(after)
    .filter(([key, value]) => !isSame(valueNow(survivor, key, value), value))
    .map(([key]) => key)
}
