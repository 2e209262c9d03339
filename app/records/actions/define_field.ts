import { DateTime } from 'luxon'
import { type Result, done, refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import CustomField, { type FieldKind } from '../models/custom_field.ts'

export interface FieldDraft {
  label: string
  choices?: string | null
  required?: boolean
  position?: number
}

const MOST = 50

/** Adds a field to a kind of record. */
export async function defineField(
  draft: FieldDraft & { subjectType: string; kind: FieldKind }
): Promise<Result<CustomField, 'too_many' | 'no_choices'>> {
  const known = await CustomField.query().where('subject_type', draft.subjectType)
  if (known.filter((field) => field.retiredAt === null).length >= MOST) return refused('too_many')
  if (draft.kind === 'choice' && choicesIn(draft).length < 2) return refused('no_choices')

  const field = await CustomField.create({
    subjectType: draft.subjectType,
    kind: draft.kind,
    key: freeKey(draft.label, new Set(known.map(({ key }) => key))),
    ...asked(draft),
    position: draft.position ?? known.length + 1,
  })
  audit('custom_field.defined', field)
  return done(field)
}

/** Changes what a field asks for, never what kind of value it takes. */
export async function redefineField(
  field: CustomField,
  { version, ...draft }: FieldDraft & { version: number }
): Promise<Result<CustomField, 'stale' | 'no_choices'>> {
  if (field.kind === 'choice' && choicesIn(draft).length < 2) return refused('no_choices')
  field.merge({ ...asked(draft), position: draft.position ?? field.position })
  if (!(await field.saveSeen(version))) return refused('stale')
  audit('custom_field.changed', field)
  return done(field)
}

/** Asks for the field no longer, or again; the values stay with the records. */
export async function retireField(field: CustomField, { again = false } = {}): Promise<void> {
  await field.merge({ retiredAt: again ? null : DateTime.utc() }).save()
  audit(again ? 'custom_field.restored' : 'custom_field.retired', field)
}

function asked(draft: FieldDraft) {
  return { label: draft.label, choices: choicesIn(draft), required: draft.required ?? false }
}

function choicesIn({ choices }: FieldDraft): string[] {
  const lines = (choices ?? '').split('\n').map((text) => text.replaceAll(/\s+/g, ' ').trim())
  return [...new Set(lines.filter(Boolean).map((text) => text.slice(0, 120)))].slice(0, 100)
}

/** Lower-case letters, digits and underscores, made from the label; nothing twice, nor what every object has. */
function freeKey(label: string, taken: Set<string>): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
  const start = (plain || 'field').slice(0, 34)
  for (let count = 1; ; count++) {
    const key = count === 1 ? start : `${start}_${count}`
    if (!taken.has(key) && !(key in {})) return key
  }
}

function audit(action: string, field: CustomField): void {
  unit().audit({
    action,
    subjectType: 'custom_field',
    subjectId: field.id,
    facts: { label: field.label, of: field.subjectType },
  })
}
