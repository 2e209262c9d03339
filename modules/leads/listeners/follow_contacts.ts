import type { UnitListener } from '#kernel/events/listener'
import { followMergedContact, followPartedContact } from '../actions/follow_contact.ts'

/** Leads go along when their contact is taken into another, and back when the two are parted. */
export const contactListeners: UnitListener[] = [
  {
    kind: 'unit',
    event: 'contacts.merged',
    name: 'leads.follow_merged_contact',
    handle: ({ payload }) =>
      followMergedContact(
        payload.mergedId as string,
        payload.survivorId as string,
        payload.mergeId as string
      ),
  },
  {
    kind: 'unit',
    event: 'contacts.unmerged',
    name: 'leads.follow_parted_contact',
    handle: ({ payload }) =>
      followPartedContact(
        payload.mergedId as string,
        payload.survivorId as string,
        payload.mergeId as string
      ),
  },
]
