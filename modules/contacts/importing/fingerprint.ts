import { createHash } from 'node:crypto'
import type { ContactDraft } from './contact_draft.ts'

/**
 * What makes a row the same contact when the list is imported again: the number that its program
 * gave it, else its first e-mail address, else its first phone, each with the given name, since
 * couples share both; else its name and company. Hashed, so that erasing a contact leaves no address
 * behind.
 */
export function fingerprintOf(
  draft: Omit<ContactDraft, 'fingerprint'>,
  numbered: string | undefined
): string {
  return createHash('sha256').update(identityOf(draft, numbered)).digest('hex').slice(0, 40)
}

/** Two programs may give the same number; the heading tells them apart. */
function identityOf(
  draft: Omit<ContactDraft, 'fingerprint'>,
  numbered: string | undefined
): string {
  const [email] = draft.emails
  const [phone] = draft.phones
  if (draft.externalId) return `id:${plain(numbered)}:${draft.externalId}`
  if (email) return `email:${email.address}:${givenName(draft)}`
  if (phone) return `phone:${phone.e164}:${givenName(draft)}`
  return `name:${plain(draft.name)}:${plain(draft.companyName)}`
}

/** The first word of the first name, without Mr, Mrs and Dr. */
function givenName({ firstName }: Pick<ContactDraft, 'firstName'>): string {
  return plain(firstName?.replace(/^(mrs?|ms|miss|dr|prof)[.\s]+/i, '').split(/[\s&]/)[0])
}

function plain(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
