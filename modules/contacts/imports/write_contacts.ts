import { tagRecords } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type { Judgement } from './judgement.ts'
import type { KnownContact } from './known_contact.ts'
import { plainJson } from '#app/imports'

const SHAPE = `id uuid, type text, name text, first_name text, last_name text, company_name text, job_title text,
  kinds text[], tag_names text[], source text, address jsonb, city text, birthday date, consent jsonb, custom jsonb,
  external_id text, owner_id uuid, team_id uuid, fingerprint text, import_id uuid,
  primary_phone text, primary_email text, created_by uuid, created_at timestamptz`

/** Writes the contacts of one step, each table in one statement; answers the new versions of those it changed. */
export async function writeContacts(
  judgements: Judgement[],
  importerId: string
): Promise<Map<string, number>> {
  const touched = new Map<string, KnownContact>()
  for (const { contact, deed } of judgements)
    if (contact && (deed === 'created' || deed === 'updated')) touched.set(contact.id, contact)
  const contacts = [...touched.values()]

  await insertContacts(
    contacts.filter(({ isNew }) => isNew),
    importerId
  )
  const versions = await updateContacts(contacts.filter(({ isNew }) => !isNew))
  await insertPoints(contacts)
  await putTags(contacts)
  return versions
}

async function insertContacts(contacts: KnownContact[], importerId: string): Promise<void> {
  if (contacts.length === 0) return
  await inheritIdentities(contacts)
  const rows = contacts.map((contact) => ({
    ...columns(contact),
    created_by: importerId,
    created_at: contact.knownSince,
  }))
  await unitSql(
    `insert into contacts (id, type, name, first_name, last_name, company_name, job_title, kinds, tag_names, source, address,
       city, birthday, consent, custom, external_id, owner_id, team_id, fingerprint, import_id,
       primary_phone, primary_email, created_by, created_at)
     select id, type, name, first_name, last_name, company_name, job_title, kinds, tag_names, source, address,
       city, birthday, consent, custom, external_id, owner_id, team_id, fingerprint, import_id,
       primary_phone, primary_email, created_by, least(coalesce(created_at, now()), now())
       from jsonb_to_recordset(?::jsonb) as new(${SHAPE})`,
    [plainJson(rows)]
  )
}

/** A deleted contact may be restored beside the one that came in its place: only the new one keeps the identity. */
async function inheritIdentities(contacts: KnownContact[]): Promise<void> {
  await unitSql(
    'update contacts set fingerprint = null where deleted_at is not null and fingerprint = any(?)',
    [contacts.map(({ fingerprint }) => fingerprint)]
  )
}

/** Writes contacts that the agency has; answers their new versions. */
export async function updateContacts(contacts: KnownContact[]): Promise<Map<string, number>> {
  if (contacts.length === 0) return new Map()
  const { rows } = await unitSql<{ id: string; version: number }>(
    `update contacts set type = new.type, name = new.name, first_name = new.first_name, last_name = new.last_name,
       company_name = new.company_name, job_title = new.job_title, kinds = new.kinds, tag_names = new.tag_names, source = new.source,
       address = new.address, city = new.city, birthday = new.birthday, consent = new.consent,
       custom = new.custom, external_id = new.external_id, owner_id = new.owner_id, team_id = new.team_id,
       primary_phone = coalesce(contacts.primary_phone, new.primary_phone),
       primary_email = coalesce(contacts.primary_email, new.primary_email),
       fingerprint = new.fingerprint,
       version = contacts.version + 1, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as new(${SHAPE})
     where contacts.id = new.id returning contacts.id, contacts.version`,
    [plainJson(contacts.map(columns))]
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

function columns(contact: KnownContact) {
  const { isNew, version, knownSince, points, ...kept } = contact
  const first = (kind: string) => points.find((point) => point.kind === kind)?.value ?? null
  return { ...kept, primary_phone: first('phone'), primary_email: first('email') }
}

async function insertPoints(contacts: KnownContact[]): Promise<void> {
  const points = contacts.flatMap(({ id, points: own }) =>
    [...Map.groupBy(own, ({ kind }) => kind).values()].flatMap((ofKind) =>
      ofKind.map((point, position) => ({ contact_id: id, ...point, position }))
    )
  )
  if (points.length === 0) return
  await unitSql(
    `insert into contact_points (contact_id, kind, value, label, position)
     select contact_id, kind, value, label, position
       from jsonb_to_recordset(?::jsonb) as new(contact_id uuid, kind text, value text, label text, position integer)
     on conflict (contact_id, kind, value) do nothing`,
    [plainJson(points)]
  )
}

/** In the order of the words, so that two who tag at once cannot wait for each other. */
async function putTags(contacts: KnownContact[]): Promise<void> {
  const taggings = contacts.flatMap(({ id, tag_names: tags }) => tags.map((tag) => ({ id, tag })))
  const byTag = Map.groupBy(taggings, ({ tag }) => tag)
  for (const tag of [...byTag.keys()].sort()) {
    const ids = byTag.get(tag)!.map(({ id }) => id)
    await tagRecords('contact', ids, [tag])
  }
}
