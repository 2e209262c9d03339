import type { MarketPack } from '#kernel/markets/market_pack'
import type { ContactDraft, DraftedRow } from './contact_draft.ts'
import type { ListRow } from '#app/imports'
import type { ColumnMapping } from './contact_fields.ts'
import { draftAddress } from './draft_address.ts'
import { draftConsent } from './draft_consent.ts'
import { draftBirthday, draftCreatedAt } from './draft_dates.ts'
import { draftEmails } from './draft_emails.ts'
import { draftKinds } from './draft_kinds.ts'
import { draftName } from './draft_name.ts'
import { draftNote } from './draft_note.ts'
import { draftOwner } from './draft_owner.ts'
import { draftPhones } from './draft_phones.ts'
import { fingerprintOf } from './fingerprint.ts'
import { refusals } from './refusals.ts'
import { planFor } from './list_plan.ts'
import { RowReader } from './row_reader.ts'

type Unsigned = Omit<ContactDraft, 'fingerprint'>

const LONGEST_NAME = 300

/**
 * Makes a drafter for the rows of one list. A row becomes a contact where it has a name, a company,
 * a phone or an e-mail address; else it is refused. A value that no field can take is a warning,
 * and stands in the contact's note: of a row that is imported, nothing is lost.
 */
export function contactDrafter(mapping: ColumnMapping, market: MarketPack) {
  const plan = planFor(mapping, market)
  return (row: ListRow): DraftedRow => drafted(new RowReader(row, plan))
}

/** Drafts a single row; see `contactDrafter`. */
export function draftContact(row: ListRow, mapping: ColumnMapping, market: MarketPack): DraftedRow {
  return contactDrafter(mapping, market)(row)
}

function drafted(reader: RowReader): DraftedRow {
  const facts = factsOf(reader)
  const name = nameOf(facts)
  if (name === '') return { draft: null, problems: refusals(reader) }

  const unsigned = { ...facts, name, note: draftNote(reader) }
  const numbered = reader.columns.get('external_id')?.[0]
  const draft = { ...unsigned, fingerprint: fingerprintOf(unsigned, numbered) }
  return { draft, problems: reader.problems }
}

function factsOf(reader: RowReader): Omit<Unsigned, 'name' | 'note'> {
  return {
    ...draftName(reader),
    ...draftKinds(reader),
    ...draftOwner(reader),
    jobTitle: reader.text('job_title'),
    phones: draftPhones(reader),
    emails: draftEmails(reader),
    source: reader.text('source'),
    address: draftAddress(reader),
    birthday: draftBirthday(reader),
    consent: draftConsent(reader),
    custom: draftCustom(reader),
    externalId: reader.text('external_id'),
    createdAt: draftCreatedAt(reader),
  }
}

/** What to call a contact: by name, by company, or by what reaches them. */
function nameOf(facts: Omit<Unsigned, 'name' | 'note'>): string {
  const name = [facts.firstName, facts.lastName].filter(Boolean).join(' ')
  const reach = facts.emails[0]?.address ?? facts.phones[0]?.e164 ?? ''
  return (name || facts.companyName || reach).slice(0, LONGEST_NAME)
}

/** The agency's own fields, by their keys. */
function draftCustom(reader: RowReader): Record<string, string> {
  const fields = [...reader.columns.keys()].filter((field) => field.startsWith('custom:'))
  const values = fields.map((field) => [field.slice('custom:'.length), reader.text(field)] as const)
  return Object.fromEntries(values.filter(([, text]) => text !== null)) as Record<string, string>
}
