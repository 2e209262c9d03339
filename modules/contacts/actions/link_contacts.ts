import { type Result, done, refused } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import { type LinkSide, keptAs } from '../link_words.ts'
import type Contact from '../models/contact.ts'
import ContactLink from '../models/contact_link.ts'

/** Says what `other` is to `contact`; the other's page says it from the other side. */
export async function linkContacts(
  contact: Contact,
  other: Contact,
  side: LinkSide
): Promise<Result<ContactLink, 'same' | 'known'>> {
  if (contact.id === other.id) return refused('same')
  const { kind, isInverse } = keptAs(side)
  const [fromId, toId] = isInverse ? [other.id, contact.id] : [contact.id, other.id]
  const known = await ContactLink.query()
    .where({ kind })
    .where((either) => {
      either.where({ fromId, toId }).orWhere({ fromId: toId, toId: fromId })
    })
    .first()
  if (known) return refused('known')
  return done(await ContactLink.create({ fromId, toId, kind, createdBy: currentActor().id }))
}
