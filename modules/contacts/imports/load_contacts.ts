import { unitSql } from '#kernel/tenancy/sql'
import { type ContactIndex, isReachable } from './contact_index.ts'
import type { KnownContact, Point, TypedDraft } from './known_contact.ts'

type PointRow = Point & { contact_id: string }

/** A contact of the agency, as it was loaded. */
export type KeptContact = KnownContact & { deleted_at: Date | null; merged_into: string | null }

const COLUMNS = `id, version, fingerprint, import_id, tag_names, type, name, first_name, last_name,
  company_name, job_title, kinds, source, address, city, birthday, consent, custom, external_id, owner_id, team_id, deleted_at, merged_into`

/**
 * Brings into the index whatever contacts of the agency the drafts could mean. With `lock` they
 * stay as they are until the unit ends; locked in the order of their ids, so that two who do so
 * cannot wait for each other.
 */
export async function loadContacts(
  drafts: TypedDraft[],
  index: ContactIndex,
  { lock }: { lock: boolean }
): Promise<void> {
  const ids = (await candidates(drafts)).filter((id) => !index.get(id))
  const contacts = await contactsWith(ids, { lock })
  const alive = contacts.filter((contact) => contact.deleted_at === null)
  await recallIdentities(drafts, alive, index)
  for (const contact of alive) index.add(contact)
}

/** Rows that were laid over a contact before. What an earlier row of this import did counts first. */
async function recallIdentities(
  drafts: TypedDraft[],
  contacts: KnownContact[],
  index: ContactIndex
): Promise<void> {
  const { rows } = await unitSql<{ fingerprint: string; contact_id: string }>(
    'select fingerprint, contact_id from contact_identities where fingerprint = any(?)',
    [drafts.map(({ fingerprint }) => fingerprint)]
  )
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  for (const { fingerprint, contact_id: id } of rows) {
    const contact = byId.get(id) ?? index.get(id)
    if (contact && !index.knows(fingerprint)) index.remember(fingerprint, contact)
  }
}

/** The contacts with these ids, deleted ones too, as they are until the unit ends. */
export function lockContacts(ids: string[]): Promise<KeptContact[]> {
  return contactsWith(ids, { lock: true })
}

async function contactsWith(ids: string[], { lock }: { lock: boolean }): Promise<KeptContact[]> {
  if (ids.length === 0) return []
  const { rows } = await unitSql<Omit<KeptContact, 'points' | 'isNew'>>(
    `select ${COLUMNS} from contacts where id = any(?) order by id ${lock ? 'for update' : ''}`,
    [ids]
  )
  const points = await pointsOf(ids)
  return rows.map((row) => ({ ...row, points: points.get(row.id) ?? [], isNew: false }))
}

async function candidates(drafts: TypedDraft[]): Promise<string[]> {
  const fingerprints = drafts.map(({ fingerprint }) => fingerprint)
  const names = drafts.filter((draft) => !isReachable(draft)).map(({ name }) => name)
  const { rows } = await unitSql<{ id: string }>(
    `select id from contacts where deleted_at is null and fingerprint = any(?)
     union select contact_id from contact_identities where fingerprint = any(?)
     union select contact_id from contact_points where kind = 'email' and value = any(?)
     union select contact_id from contact_points where kind = 'phone' and value = any(?)
     union select id from contacts where deleted_at is null and fingerprint is null
             and lower(name) in (select lower(wanted) from unnest(?::text[]) as wanted)
     order by id`,
    [
      fingerprints,
      fingerprints,
      drafts.flatMap(({ emails }) => emails.map(({ address }) => address)),
      drafts.flatMap(({ phones }) => phones.map(({ e164 }) => e164)),
      names,
    ]
  )
  return rows.map(({ id }) => id)
}

async function pointsOf(ids: string[]): Promise<Map<string, PointRow[]>> {
  const { rows } = await unitSql<PointRow>(
    `select contact_id, kind, value, label from contact_points where contact_id = any(?)
      order by contact_id, kind desc, position, id`,
    [ids]
  )
  return Map.groupBy(rows, ({ contact_id }) => contact_id)
}
