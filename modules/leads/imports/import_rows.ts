import { Member } from '#app/members'
import { type Outcome, fieldsToBe } from '#app/imports'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { renewScores } from '../actions/renew_scores.ts'
import { routeLeads } from '../actions/route_leads.ts'
import { tellOf } from '../events/leads_event.ts'
import LeadsAssigned from '../events/leads_assigned.ts'
import LeadsCreated from '../events/leads_created.ts'
import LeadsUpdated from '../events/leads_updated.ts'
import { listRules } from '../importing/list_rules.ts'
import { listedLeads } from '../importing/listed_leads.ts'
import type { ReadRow } from '../importing/read_row.ts'
import type { RowCells } from '../importing/row_cells.ts'
import { isOpenStatus } from '../lead_words.ts'
import { factsFrom, languageOf } from '../routing/facts.ts'
import { changeWords, changesInWords } from './changes_in_words.ts'
import type { ImportOrder } from './import_options.ts'
import { Judge, type Judgement } from './judge.ts'
import type { KnownLead, NewLead } from './known_lead.ts'
import { type Stock, emptyStock, loadStock } from './stock.ts'
import { fillLeads, insertLeads, noteAdded } from './write_leads.ts'
import { writeRows } from './write_rows.ts'
import { writeStanding } from './write_standing.ts'

/** Takes some rows into the agency, all of them or none. */
export async function importRows(rows: RowCells[], order: ImportOrder): Promise<Judgement[]> {
  await oneImportAtATime()
  const stock = emptyStock()
  const judgements = await judgementsOf(rows, order, { stock, isReal: true })
  await write(judgements)
  await writeRows(judgements, order.importId)
  return judgements
}

/** Says what `importRows` would do; `stock` keeps what earlier rows would have done. */
export async function rehearseRows(
  rows: RowCells[],
  order: ImportOrder,
  stock: Stock
): Promise<Outcome[]> {
  const words = await changeWords(fieldsToBe(order.facts))
  const judgements = await judgementsOf(rows, order, { stock, isReal: false })
  return judgements.map(({ row, deed, problems, lead, changes }) => {
    if (!lead || lead.isNew || !changes) return { deed, problems }
    const href = `/app/leads/${lead.id}`
    const said = changesInWords(changes, words)
    return { deed, problems, difference: { line: row.line, name: lead.name, href, changes: said } }
  })
}

async function judgementsOf(
  rows: RowCells[],
  { facts }: ImportOrder,
  { stock, isReal }: { stock: Stock; isReal: boolean }
): Promise<Judgement[]> {
  const rules = await listRules(facts)
  const read = listedLeads(rows, rules)
  await loadStock(
    read.flatMap(({ lead }) => lead ?? []),
    stock,
    isReal
  )
  const judge = new Judge({
    ...{ options: facts.options, stock, actor: currentActor(), currency: rules.tenant.currency },
    stages: rules.stages,
    agents: await agents(),
    birth: isReal ? await births(read) : () => crypto.randomUUID(),
  })
  return read.map((row) => judge.judge(row))
}

async function write(judgements: Judgement[]): Promise<void> {
  const touched = new Set(
    judgements.flatMap(({ lead, changes }) => (lead?.isNew || changes ? lead! : []))
  )
  const created = [...touched].filter((lead): lead is NewLead => lead.isNew)
  const filled = [...touched].filter(({ isNew }) => !isNew)
  await insertLeads(created)
  await writeStanding(created)
  await fillLeads(filled)
  await noteAdded(judgements)
  await renewScores(idsOf([...touched]))
  tellOf(LeadsCreated, idsOf(created))
  tellOf(LeadsUpdated, idsOf(filled))
  await hand(created)
}

/**
 * Nobody was named: the rules of the agency decide, so that no lead is nobody's. What is over is
 * nobody's work any more: it goes to those whom the list or the importer names, without a word.
 */
async function hand(all: KnownLead[]): Promise<void> {
  const created = all.filter(({ status }) => isOpenStatus(status))
  const owned = created.filter(({ owner_id: owner }) => owner !== null)
  tellOf(LeadsAssigned, idsOf(owned))
  const open = created.filter(({ owner_id: owner }) => owner === null)
  await routeLeads(open.map((lead) => ({ id: lead.id, facts: routingFacts(lead) })))
}

function routingFacts(lead: KnownLead) {
  const { asking_price_minor: asking, budget_max_minor: most, budget_min_minor: least } = lead
  return factsFrom({
    ...lead,
    intent: lead.intent as Parameters<typeof factsFrom>[0]['intent'],
    value: asking ?? most ?? least,
    language: languageOf(lead.source_detail.language),
    listingAgentId: null,
  })
}

function idsOf(leads: KnownLead[]): string[] {
  return leads.map(({ id }) => id)
}

/** Colleagues to whom the importer may give leads, by id and by e-mail. */
async function agents() {
  const actor = currentActor()
  const members = await Member.query().where('state', 'active').orderBy('id')
  const reached = members.filter(
    ({ id, teamId }) => id === actor.id || actor.reaches('leads.assign', { ownerId: id, teamId })
  )
  return new Map(reached.flatMap((one) => [[one.id, one] as const, [one.email, one] as const]))
}

/** Two imports of one agency take turns: otherwise both could find a lead missing and create it. */
async function oneImportAtATime(): Promise<void> {
  await unitSql('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `leads.import ${unit().tenant.id}`,
  ])
}

/** Ids for so many leads to be, in their order. */
async function births(read: ReadRow[]) {
  const { rows } = await unitSql<{ id: string }>(
    'select uuidv7() as id from generate_series(1, ?::integer) order by id',
    [read.length]
  )
  let next = 0
  return () => rows[next++].id
}
