import { same } from '#app/imports'
import type { ImportOptions } from './import_options.ts'
import {
  CONTACT_COLUMNS,
  type Changes,
  type ContactColumns,
  type KnownContact,
  type Point,
  type TypedDraft,
} from './known_contact.ts'
import { mergeConsent } from './merge_consent.ts'

type TextColumn = 'job_title' | 'source' | 'birthday' | 'external_id'

const TEXT_COLUMNS: TextColumn[] = ['job_title', 'source', 'birthday', 'external_id']

/** How a row is laid over a contact: into its gaps only, or over what it has. */
export interface MergeManner {
  overwrites: boolean
  options: ImportOptions
  /** Member whom the row names as owner, where it does. */
  owner: { id: string; teamId: string | null } | null
}

/** Lays a row over a contact and answers what that changes; nothing is ever emptied. */
export function mergeDraft(known: KnownContact, draft: TypedDraft, manner: MergeManner): Changes {
  const merged: ContactColumns = {
    ...columnsOf(known),
    ...mergedName(known, draft, manner),
    ...mergedTexts(known, draft, manner),
    ...mergedAddress(known, draft, manner),
    ...mergedOwner(known, manner),
    kinds: [...new Set([...known.kinds, ...draft.contactKinds])],
    custom: manner.overwrites
      ? { ...known.custom, ...draft.custom }
      : { ...draft.custom, ...withoutEmpty(known.custom) },
    consent: mergeConsent(known.consent, draft, manner.options.consent),
  }
  const changes = differences(columnsOf(known), merged)
  addPoints(known, draft, changes)
  addTags(known, [...draft.tags, ...manner.options.tags], changes)
  Object.assign(known, merged)
  return changes
}

/** A draft's phones and e-mails as points. */
export function pointsOf(draft: TypedDraft): Point[] {
  return [
    ...draft.phones.map(({ e164, label }) => ({ kind: 'phone' as const, value: e164, label })),
    ...draft.emails.map(({ address, label }) => ({
      kind: 'email' as const,
      value: address,
      label,
    })),
  ]
}

/** The parts of an address that say something. */
export function addressOf(draft: TypedDraft): Record<string, string> {
  return withoutEmpty(draft.address) as Record<string, string>
}

function columnsOf(known: KnownContact): ContactColumns {
  const entries = CONTACT_COLUMNS.map((column) => [column, known[column]])
  return Object.fromEntries(entries) as ContactColumns
}

function mergedName(known: KnownContact, draft: TypedDraft, { overwrites }: MergeManner) {
  const company = overwrites
    ? (draft.companyName ?? known.company_name)
    : (known.company_name ?? draft.companyName)
  const name = overwrites && isNamed(draft) ? ownName(draft) : filledName(known, draft)
  return { company_name: company, ...name }
}

/** A contact that is called by its address or number gets its name, and half a name its other half. */
function filledName(known: KnownContact, draft: TypedDraft) {
  if (!isNamed(draft)) return {}
  if (known.points.some(({ value }) => value === known.name)) return ownName(draft)
  if (known.type !== 'person' || known.name !== joined(known.first_name, known.last_name)) return {}
  const first = known.first_name ?? draft.firstName
  const last = known.last_name ?? draft.lastName
  return { first_name: first, last_name: last, name: joined(first, last) }
}

function ownName({ kind, name, firstName, lastName }: TypedDraft) {
  return { type: kind, name, first_name: firstName, last_name: lastName }
}

function joined(first: string | null, last: string | null): string {
  return [first, last].filter(Boolean).join(' ')
}

function isNamed({ kind, firstName, lastName }: TypedDraft): boolean {
  return kind === 'company' || firstName !== null || lastName !== null
}

function mergedTexts(known: KnownContact, draft: TypedDraft, { overwrites }: MergeManner) {
  const told: Record<TextColumn, string | null> = {
    job_title: draft.jobTitle,
    source: draft.source,
    birthday: draft.birthday,
    external_id: draft.externalId,
  }
  const chosen = TEXT_COLUMNS.map((column) => {
    const first = overwrites ? told[column] : known[column]
    const second = overwrites ? known[column] : told[column]
    return [column, first || second] as const
  })
  return Object.fromEntries(chosen) as Record<TextColumn, string | null>
}

/** Taken as a whole: parts of two addresses would make a third one that is nobody's. */
function mergedAddress(known: KnownContact, draft: TypedDraft, { overwrites }: MergeManner) {
  const told = addressOf(draft)
  const isFree = Object.keys(withoutEmpty(known.address)).length === 0 && !known.city
  if (Object.keys(told).length === 0 || !(overwrites || isFree)) return {}
  return { address: told, city: told.city ?? null }
}

function mergedOwner(known: KnownContact, { overwrites, owner }: MergeManner) {
  if (!owner || !(overwrites || known.owner_id === null)) return {}
  return { owner_id: owner.id, team_id: owner.teamId }
}

function addPoints(known: KnownContact, draft: TypedDraft, changes: Changes): void {
  const has = new Set(known.points.map(({ kind, value }) => `${kind} ${value}`))
  const added = pointsOf(draft).filter(({ kind, value }) => !has.has(`${kind} ${value}`))
  if (added.length === 0) return
  changes.points = [[], added]
  known.points = [...known.points, ...added]
}

function addTags(known: KnownContact, tags: string[], changes: Changes): void {
  const has = new Set(known.tag_names.map((name) => name.toLowerCase()))
  const added = tags.filter((tag) => !has.has(tag.toLowerCase()))
  if (added.length === 0) return
  changes.tags = [[], added]
  known.tag_names = [...known.tag_names, ...added]
}

function differences(before: ContactColumns, after: ContactColumns): Changes {
  const columns = Object.keys(after) as (keyof ContactColumns)[]
  const changed = columns.filter((column) => !same(before[column], after[column]))
  return Object.fromEntries(changed.map((column) => [column, [before[column], after[column]]]))
}

function withoutEmpty(values: object): Record<string, unknown> {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(filled)
}
