import type { ContactDraft } from './contact_draft.ts'
import { isEmailAddress } from './draft_emails.ts'
import type { RowReader } from './row_reader.ts'

/** Who looks after the contact: some programs give an address, others only a name. */
export function draftOwner(reader: RowReader): Pick<ContactDraft, 'ownerEmail' | 'ownerName'> {
  const text = reader.text('owner_email')
  if (text === null) return { ownerEmail: null, ownerName: null }
  const address = (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).toLowerCase()
  if (isEmailAddress(address)) return { ownerEmail: address, ownerName: null }
  return { ownerEmail: null, ownerName: text }
}
