import { Member } from '#app/members'
import { tagRecords } from '#app/records'
import type { DemoPlace } from '#kernel/modules/manifest'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { renewTagCopies, renewTimelineCopies } from '../actions/renew_copies.ts'
import { renewScores } from '../actions/renew_scores.ts'
import LeadsCreated from '../events/leads_created.ts'
import { tellOf } from '../events/leads_event.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'
import { type DemoLead, type KnownContact, demoLeads } from './demo_leads.ts'
import { tellNewest } from './tell_newest.ts'
import { entryRows, interestRows, leadRow, stepRows } from './rows.ts'

/** Gives a demo agency its leads with their history: a few statements, however many there are. */
export default async function seedLeads({ slug, market, today }: DemoPlace): Promise<void> {
  const staff = await Member.query().where('state', 'active').orderBy('id')
  const leads = demoLeads({
    agency: slug,
    market,
    now: Date.now(),
    staff: staff.map(({ id, name, role, teamId }) => ({ id, name, role, teamId })),
    contacts: await knownContacts(),
  })
  const ids = await freshIds(leads.length)
  const house = { stages: await pipelineStages(), currency: unit().tenant.currency, today }
  const each = <Row>(rowsOf: (lead: DemoLead, id: string) => Row[]) =>
    leads.flatMap((lead, index) => rowsOf(lead, ids[index]))

  await insert(
    'leads',
    LEAD,
    each((lead, id) => [leadRow(lead, id, house)])
  )
  await insert(
    'timeline_entries',
    ENTRY,
    each((lead, id) => entryRows(lead, id, house))
  )
  await insert('status_steps', STEP, each(stepRows))
  await insert(
    'lead_interests',
    'lead_id uuid, unit text, created_at timestamptz',
    each(interestRows)
  )
  await putTags(leads, ids)
  await renewTimelineCopies(ids)
  await renewScores(ids)
  await tellNewest()
  tellOf(LeadsCreated, ids)
}

const LEAD = `id uuid, contact_id uuid, name text, phone text, email text, source text, source_detail jsonb,
  intent text, message text, budget_min_minor bigint, budget_max_minor bigint, asking_price_minor bigint,
  currency text, localities text[], address jsonb, city text, motivation smallint, status text, stage_id uuid,
  owner_id uuid, keeper_id uuid, team_id uuid, assigned_at timestamptz, checklist jsonb, lost_reason text,
  converted_at timestamptz, created_at timestamptz, updated_at timestamptz`
const ENTRY = `subject_type text, subject_id uuid, kind text, happened_at timestamptz, details text, outcome text,
  next_action text, next_action_on date, facts jsonb, author_id uuid, author_name text,
  created_at timestamptz, updated_at timestamptz`
const STEP = `subject_type text, subject_id uuid, from_status text, to_status text, reason text, actor_id uuid,
  actor_name text, created_at timestamptz`

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

/** The contacts that are there already: some ask again, the others lend their names. */
async function knownContacts(): Promise<KnownContact[]> {
  const { rows } = await unitSql<KnownContact>(
    `select id, first_name, last_name, name, primary_phone, primary_email, city, address ->> 'locality' as locality
       from contacts where deleted_at is null order by id`
  )
  return rows
}

/** Ids that sort in the order in which the leads were made up. */
async function freshIds(count: number): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    'select uuidv7() as id from generate_series(1, ?::integer)',
    [count]
  )
  return rows.map(({ id }) => id)
}

async function putTags(leads: DemoLead[], ids: string[]): Promise<void> {
  const tagged = new Map<string, string[]>()
  for (const [index, { tags }] of leads.entries())
    for (const tag of tags) tagged.set(tag, [...(tagged.get(tag) ?? []), ids[index]])
  for (const [tag, subjects] of tagged) await tagRecords('lead', subjects, [tag])
  await renewTagCopies(ids)
}
