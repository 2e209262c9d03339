import { plainJson } from '#app/imports'
import { noteChanges, tagRecords, tidyTags } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import Lead from '../models/lead.ts'
import { changeWords, changesInWords } from './changes_in_words.ts'
import type { Judgement } from './judge.ts'
import type { KnownLead, NewLead } from './known_lead.ts'
import { FILLED } from './stock.ts'

const FILLED_AS = `phone text, email text, intent text, message text, budget_min_minor bigint, budget_max_minor bigint,
  asking_price_minor bigint, localities text[], address jsonb, city text, custom jsonb`
const LEAD = `id uuid, name text, source text, source_detail jsonb, currency text, owner_id uuid, team_id uuid,
  tag_names text[], status text, stage_id uuid, lost_reason text, ${FILLED_AS}`

/** Writes new leads, in one statement, and their tags. */
export async function insertLeads(leads: NewLead[]): Promise<void> {
  if (leads.length === 0) return
  const rows = leads.map((lead) => ({ ...lead, tag_names: tidyTags(lead.tag_names) }))
  const columns = `id, name, source, source_detail, currency, owner_id, team_id, tag_names, status, stage_id, lost_reason, ${FILLED.join(', ')}`
  await unitSql(
    `insert into leads (${columns}, keeper_id, assigned_at, created_by, created_at)
     select ${columns}, owner_id, case when owner_id is null then null else now() end, ?, coalesce(created_at, now())
       from jsonb_to_recordset(?::jsonb) as new(${LEAD}, created_at timestamptz)`,
    [currentActor().id, plainJson(rows)]
  )
  const byTags = Map.groupBy(rows, ({ tag_names: tags }) => tags.join(','))
  for (const [tags, tagged] of byTags) {
    const ids = tagged.map(({ id }) => id)
    await tagRecords(Lead.subjectType, ids, tags.split(','))
  }
}

/** Writes what leads that are there have been given. */
export async function fillLeads(leads: FilledLead[]): Promise<void> {
  if (leads.length === 0) return
  await unitSql(
    `update leads set ${FILLED.map((name) => `${name} = new.${name}`).join(', ')}, version = leads.version + 1, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as new(id uuid, ${FILLED_AS}) where leads.id = new.id`,
    [plainJson(leads)]
  )
}

type FilledLead = Pick<KnownLead, 'id' | (typeof FILLED)[number]>

/** Says on the timelines what rows brought to leads that were there. */
export async function noteAdded(judgements: Judgement[]): Promise<void> {
  const words = await changeWords()
  const added = judgements.filter(({ changes, lead }) => changes && lead && !lead.isNew)
  await noteChanges(
    Lead.subjectType,
    added.map(({ leadId, changes }) => ({
      subjectId: leadId!,
      changes: changesInWords(changes!, words),
    }))
  )
}
