import type { ContactDraft } from './drafts.ts'

/** A made-up contact as a row of its table. */
export function contactRow(draft: ContactDraft, id: string) {
  const name = [draft.givenName, draft.familyName].filter(Boolean).join(' ')
  return {
    id,
    type: draft.type,
    name: draft.type === 'company' ? draft.companyName : name,
    first_name: draft.givenName,
    last_name: draft.familyName,
    company_name: draft.companyName,
    kinds: draft.kinds,
    source: draft.source,
    address: draft.address ?? {},
    consent: draft.consent,
    owner_id: draft.ownerId,
    team_id: draft.teamId,
    ...copiesOf(draft),
    created_by: draft.ownerId,
    created_at: draft.createdAt,
    updated_at: draft.createdAt,
  }
}

/** What lists show without looking further. */
function copiesOf({ address, phones, emails }: ContactDraft) {
  return {
    city: address?.city ?? null,
    primary_phone: phones[0]?.number ?? null,
    primary_email: emails[0]?.address ?? null,
  }
}

export function pointRows(draft: ContactDraft, id: string) {
  const phones = draft.phones.map(({ number, label }) => ({ kind: 'phone', value: number, label }))
  const emails = draft.emails.map(({ address, label }) => ({
    kind: 'email',
    value: address,
    label,
  }))
  return [...phones, ...emails].map((point, position) => ({ contact_id: id, position, ...point }))
}

/** What happened with a contact, as rows of the timeline. */
export function entryRows(draft: ContactDraft, id: string, names: Map<string, string>) {
  const subject = { subject_type: 'contact', subject_id: id }
  const written = (at: string, memberId: string | null) => ({
    happened_at: at,
    author_id: memberId,
    author_name: memberId ? (names.get(memberId) ?? null) : null,
    created_at: at,
    updated_at: at,
  })
  const interactions = draft.interactions.map((one) => ({
    ...subject,
    ...written(one.at, one.memberId),
    kind: one.type,
    details: one.details,
    outcome: one.outcome,
    next_action: one.nextAction,
    next_action_on: one.nextActionDate,
    next_action_done_at: one.nextActionDoneAt,
  }))
  const notes = draft.notes.map((one) => ({
    ...subject,
    ...written(one.at, one.memberId),
    kind: 'note',
    details: one.text,
  }))
  return [...interactions, ...notes]
}
