import { tidyTags } from '#app/records'
import type { ImportOptions } from './import_options.ts'
import type { KnownContact, TypedDraft } from './known_contact.ts'
import { mergeConsent } from './merge_consent.ts'
import { addressOf, pointsOf } from './merge_draft.ts'
import type { Colleague } from './staff.ts'

interface Birth {
  id: string
  importId: string
  options: ImportOptions
  owner: Colleague | null
}

/** The contact that a row becomes where the agency does not know it yet. */
export function newContact(draft: TypedDraft, birth: Birth): KnownContact {
  const address = addressOf(draft)
  return {
    id: birth.id,
    isNew: true,
    knownSince: draft.createdAt,
    version: 1,
    fingerprint: draft.fingerprint,
    import_id: birth.importId,
    ...calledBy(draft),
    kinds: draft.contactKinds,
    tag_names: tidyTags([...draft.tags, ...birth.options.tags]),
    source: draft.source,
    address,
    city: address.city ?? null,
    birthday: draft.birthday,
    consent: mergeConsent({}, draft, birth.options.consent),
    custom: draft.custom,
    external_id: draft.externalId,
    owner_id: birth.owner?.id ?? null,
    team_id: birth.owner?.teamId ?? null,
    points: pointsOf(draft),
  }
}

function calledBy(draft: TypedDraft) {
  return {
    type: draft.kind,
    name: draft.name,
    first_name: draft.firstName,
    last_name: draft.lastName,
    company_name: draft.companyName,
    job_title: draft.jobTitle,
  }
}
