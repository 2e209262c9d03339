import { unitSql } from '#kernel/tenancy/sql'
import type { Judgement } from './judgement.ts'
import { plainJson } from '#app/imports'

export interface Writer {
  importId: string
  importer: { id: string; name: string }
}

/** Keeps what became of each row, for the summary, the refused rows and the undoing. */
export async function writeRows(
  judgements: Judgement[],
  versions: Map<string, number>,
  { importId }: Writer
): Promise<void> {
  const rows = judgements.map((judgement) => ({
    ...columns(judgement),
    version_after: versionAfter(judgement, versions),
  }))
  await unitSql(
    `insert into contact_import_rows (import_id, line, deed, contact_id, name, changes, version_after, cells, problems)
     select ?, line, deed, contact_id, name, changes, version_after, cells, problems
       from jsonb_to_recordset(?::jsonb) as new(line integer, deed text, contact_id uuid, name text, changes jsonb,
            version_after integer, cells jsonb, problems jsonb)`,
    [importId, plainJson(rows)]
  )
}

function columns({ row, deed, contact, changes, problems }: Judgement) {
  return {
    line: row.line,
    deed,
    contact_id: contact?.id ?? null,
    name: contact?.name ?? null,
    changes,
    cells: deed === 'refused' ? row.cells : null,
    problems: problems.length > 0 ? problems : null,
  }
}

function versionAfter({ contact }: Judgement, versions: Map<string, number>): number | null {
  return contact ? (versions.get(contact.id) ?? contact.version) : null
}

/** A row that was laid over a contact of another identity means that contact from now on. */
export async function writeIdentities(judgements: Judgement[]): Promise<void> {
  const identities = new Map<string, string>()
  for (const { contact, fingerprint, deed } of judgements)
    if (contact && fingerprint && deed !== 'created' && contact.fingerprint !== fingerprint)
      identities.set(fingerprint, contact.id)
  if (identities.size === 0) return
  await unitSql(
    `insert into contact_identities (fingerprint, contact_id) select * from unnest(?::text[], ?::uuid[])
     on conflict (fingerprint) do update set contact_id = excluded.contact_id`,
    [[...identities.keys()], [...identities.values()]]
  )
}

/** A note that the contact has had before, even one that was taken away since, is not written again. */
export async function writeNotes(judgements: Judgement[], writer: Writer): Promise<void> {
  const notes = judgements
    .filter(({ note, contact }) => note !== null && contact !== null)
    .map(({ note, contact }) => ({ contact_id: contact!.id, details: note }))
  if (notes.length === 0) return
  await unitSql(
    `insert into timeline_entries (subject_type, subject_id, kind, happened_at, details, facts, author_id, author_name)
     select distinct 'contact', new.contact_id, 'note', now(), new.details, ?::jsonb, ?::uuid, ?
       from jsonb_to_recordset(?::jsonb) as new(contact_id uuid, details text)
      where not exists (select from timeline_entries known
                         where known.subject_type = 'contact' and known.subject_id = new.contact_id
                           and known.kind = 'note' and known.details = new.details)`,
    [
      JSON.stringify({ import_id: writer.importId }),
      writer.importer.id,
      writer.importer.name,
      plainJson(notes),
    ]
  )
}
