import { Member } from '#app/members'
import { tagRecords } from '#app/records'
import type { DemoPlace } from '#kernel/modules/manifest'
import { unitSql } from '#kernel/tenancy/sql'
import { renewTagCopies, renewTimelineCopies } from '../actions/renew_copies.ts'
import ContactsCreated from '../events/contacts_created.ts'
import { tellOf } from '../events/contacts_event.ts'
import { keepLikenesses } from '../queries/likenesses.ts'
import { demoContacts } from './demo_contacts.ts'
import { doublesOf } from './doubles.ts'
import type { ContactDraft } from './drafts.ts'
import { contactRow, entryRows, pointRows } from './rows.ts'
import { seedSurroundings } from './surroundings.ts'

/** Gives a demo agency its contacts with their history, and all that is known of them. */
export default async function seedContacts(place: DemoPlace): Promise<void> {
  const members = await Member.query().where('state', 'active').orderBy('id')
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const firsts = demoContacts({
    agency: place.slug,
    market: place.market,
    today: place.today,
    staff: members.map(({ id, role, teamId }) => ({
      role,
      memberId: id,
      teamId: teamId ?? undefined,
    })),
  })
  const drafts = [...firsts, ...doublesOf(firsts)]
  const ids = await freshIds(drafts.length)
  const each = <Row>(rowsOf: (draft: ContactDraft, id: string) => Row[]) =>
    drafts.flatMap((draft, index) => rowsOf(draft, ids[index]))

  await insert(
    'contacts',
    CONTACT,
    each((draft, id) => [contactRow(draft, id)])
  )
  await insert('contact_points', POINT, each(pointRows))
  await insert(
    'timeline_entries',
    ENTRY,
    each((draft, id) => entryRows(draft, id, names))
  )
  await putTags(drafts, ids)
  await renewTimelineCopies(ids)
  const known = firsts.map((draft, index) => ({ id: ids[index], draft }))
  await seedSurroundings({ place, known, members })
  await keepLikenesses(ids.slice(firsts.length))
  tellOf(ContactsCreated, ids)
}

const CONTACT = `id uuid, type text, name text, first_name text, last_name text, company_name text, kinds text[],
  source text, address jsonb, city text, consent jsonb, owner_id uuid, team_id uuid, primary_phone text,
  primary_email text, created_by uuid, created_at timestamptz, updated_at timestamptz`
const POINT = 'contact_id uuid, kind text, value text, label text, position integer'
const ENTRY = `subject_type text, subject_id uuid, kind text, happened_at timestamptz, details text, outcome text,
  next_action text, next_action_on date, next_action_done_at timestamptz, author_id uuid, author_name text,
  created_at timestamptz, updated_at timestamptz`

async function insert(table: string, shape: string, rows: object[]): Promise<void> {
  const columns = shape
    .split(',')
    .map((column) => column.trim().split(' ')[0])
    .join(', ')
  await unitSql(
    `insert into ${table} (${columns}) select ${columns} from jsonb_to_recordset(?::jsonb) as row(${shape})`,
    [JSON.stringify(rows)]
  )
}

/** Ids that sort in the order in which the contacts were made up. */
async function freshIds(count: number): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    'select uuidv7() as id from generate_series(1, ?::integer)',
    [count]
  )
  return rows.map(({ id }) => id)
}

async function putTags(drafts: ContactDraft[], ids: string[]): Promise<void> {
  const tagged = new Map<string, string[]>()
  for (const [index, { tags }] of drafts.entries())
    for (const tag of tags) tagged.set(tag, [...(tagged.get(tag) ?? []), ids[index]])
  for (const [tag, subjects] of tagged) await tagRecords('contact', subjects, [tag])
  await renewTagCopies(ids)
}
