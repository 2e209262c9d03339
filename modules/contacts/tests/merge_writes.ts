import type { Ground, Write } from '#tests/functional/security/writes'
import Contact from '../models/contact.ts'

const ofContact = ({ records }: Ground) => ({ contact_id: records.contact })
const ofMerge = ({ records }: Ground) => ({
  contact_id: records.contact,
  merge_id: records.merge,
})
const ofPair = ({ records }: Ground) => ({ pair_id: records.pair })

const versionOf = ({ agency }: Ground, id: string) =>
  agency.inUnit(async () => (await Contact.findOrFail(id)).version)

/** Changes around contacts that may be the same. */
export const mergeWrites: Record<string, Write> = {
  'contacts.duplicate_search.store': {},
  'contacts.dismissal.store': { params: ofPair },
  'contacts.dismissal.destroy': {
    params: ofPair,
    given: `update contact_pairs set state = 'dismissed'`,
  },
  'contacts.merges.store': {
    params: ofContact,
    keyed: ['choices'],
    body: async (ground) => ({
      otherId: ground.records.alike,
      version: await versionOf(ground, ground.records.contact),
      otherVersion: await versionOf(ground, ground.records.alike),
      choices: { name: 'other' },
    }),
  },
  'contacts.merges.undoing.store': {
    params: ofMerge,
    body: async (ground) => ({ version: await versionOf(ground, ground.records.contact) }),
  },
}
