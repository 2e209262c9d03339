import vine from '@vinejs/vine'
import { joinedValues, saysNothing } from '#app/imports'
import type { DraftEmail } from './contact_draft.ts'
import { labelsFor } from './point_labels.ts'
import type { Cell, RowReader } from './row_reader.ts'

/** The e-mail addresses of a row, in small letters: one to a cell, joined as Google does, or listed. */
export function draftEmails(reader: RowReader): DraftEmail[] {
  const emails = reader.cells('email').flatMap((cell) => emailsIn(cell, reader))
  const firstOfEach = new Map(emails.toReversed().map((email) => [email.address, email]))
  return emails.filter((email) => firstOfEach.get(email.address) === email)
}

/** Tells whether a text is an address to which mail can be sent. */
export function isEmailAddress(text: string): boolean {
  return vine.helpers.isEmail(text)
}

function emailsIn(cell: Cell, reader: RowReader): DraftEmail[] {
  const labels = labelsFor(cell, reader)
  return joinedValues(cell.text).flatMap((value, index) =>
    value
      .split(/\s*[;,|\n]\s*/)
      .filter((part) => part !== '' && !saysNothing(part))
      .flatMap((part) => addressesIn(part, { ...cell, text: part }, reader))
      .map((address) => ({ address, label: labels[index] ?? null }))
  )
}

/** "Rudo <rudo@example.com>", "mailto:…", or two addresses with a space between them. */
function addressesIn(part: string, cell: Cell, reader: RowReader): string[] {
  const bracketed = /<([^<>]+)>\s*$/.exec(part)?.[1]
  const words = (bracketed ?? part)
    .replaceAll(/mailto:/gi, '')
    .trim()
    .split(/\s+/)
  const addresses = words.map((word) => word.replace(/[.,]+$/, '').toLowerCase())
  if (addresses.every(isEmailAddress)) return addresses
  reader.warn(cell, { key: 'contacts.import.problems.email_unreadable', params: {} })
  return []
}
