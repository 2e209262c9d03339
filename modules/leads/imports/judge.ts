import { same } from '#app/imports'
import type { Member } from '#app/members'
import type { CustomValues } from '#app/records'
import type { Actor } from '#kernel/tenancy/actor'
import { type LeadDraft, columnsOf } from '../lead_draft.ts'
import { isOpenStatus } from '../lead_words.ts'
import { type default as PipelineStage, stageFor } from '../models/pipeline_stage.ts'
import type { ListedLead, ReadRow, RowProblem } from '../importing/read_row.ts'
import type { ImportOptions } from './import_options.ts'
import type { Changes, KnownLead, NewLead } from './known_lead.ts'
import { type Stock, FILLED, keepRepeat, repeatKeys } from './stock.ts'

/** What becomes of one row. */
export interface Judgement {
  row: ReadRow['row']
  deed: 'created' | 'updated' | 'unchanged' | 'refused'
  problems: RowProblem[]
  lead: KnownLead | NewLead | null
  /** The id of the lead that the row means, also where nothing of it is loaded. */
  leadId: string | null
  listed: ListedLead | null
  changes: Changes | null
}

export interface Court {
  options: ImportOptions
  actor: Actor
  currency: string
  stages: PipelineStage[]
  /** Colleagues to whom leads may be given, by id and by e-mail. */
  agents: Map<string, Pick<Member, 'id' | 'teamId'>>
  stock: Stock
  birth(): string
}

type Case = ReadRow & { lead: ListedLead }

/** Decides row by row what an import does, and lays it over the leads in the stock. */
export class Judge {
  constructor(private readonly court: Court) {}

  judge(read: ReadRow): Judgement {
    if (!read.lead) return verdict(read, 'refused')
    const one = { ...read, lead: read.lead }
    const { rows } = this.court.stock
    const known = rows.get(one.lead.fingerprint)
    if (known) return { ...verdict(this.#repeated(one), 'unchanged'), leadId: known }
    const judged = this.#takeIn(one)
    rows.set(one.lead.fingerprint, judged.leadId!)
    this.court.stock.lines.set(one.lead.fingerprint, one.row.line)
    return judged
  }

  /** As at every door: the same person from the same source is one lead while that is open. */
  #takeIn(one: Case): Judgement {
    const known = this.#repeatOf(one.lead)
    if (!known) return this.#create(one)
    const changes = addedTo(known, one.lead)
    for (const [column, [, after]] of Object.entries(changes))
      Object.assign(known, { [column]: after })
    keepRepeat(this.court.stock, known)
    const isChanged = Object.keys(changes).length > 0
    const told = { lead: known, leadId: known.id, changes: isChanged ? changes : null }
    return { ...verdict(withStatusKept(one, known), isChanged ? 'updated' : 'unchanged'), ...told }
  }

  /** Of a lead that the importer does not work on, the list must not hear; what is over repeats nothing. */
  #repeatOf({ draft, standing }: ListedLead): KnownLead | undefined {
    if (standing.status && !isOpenStatus(standing.status)) return undefined
    const { stock, actor } = this.court
    const { phone, email, source } = columnsOf(draft)
    const found = repeatKeys({ phone, email, source }).flatMap(
      (key) => stock.repeats.get(key) ?? []
    )
    return found.find(
      ({ isNew, owner_id: ownerId, team_id: teamId }) =>
        isNew || actor.reaches('leads.update', { ownerId, teamId })
    )
  }

  #create(one: Case): Judgement {
    const { stock, currency } = this.court
    const { agent, problems } = this.#agentFor(one)
    const owner = agent ? { owner_id: agent.id, team_id: agent.teamId } : {}
    const stage = this.#stageOf(one.lead)
    const lead = { ...newLead(one.lead, currency), ...stage, ...owner, id: this.court.birth() }
    if (isOpenStatus(lead.status)) keepRepeat(stock, lead)
    return { ...verdict({ ...one, problems }, 'created'), lead, leadId: lead.id }
  }

  #stageOf({ standing: { status, stageId } }: ListedLead) {
    return { stage_id: stageFor(status ?? 'new', this.court.stages, stageId)?.id ?? null }
  }

  #agentFor(one: Case) {
    const { agents, options } = this.court
    const { agentCalled } = one.lead
    const named = agents.get(agentCalled ?? '')
    const isLost = agentCalled !== null && !named
    const lost = isLost ? [problemOf(one, 'agent_unknown', { agent: agentCalled })] : []
    return {
      agent: named ?? agents.get(options.ownerId ?? ''),
      problems: [...one.problems, ...lost],
    }
  }

  #repeated(one: Case): Case {
    const line = this.court.stock.lines.get(one.lead.fingerprint)
    if (line === undefined) return one
    return { ...one, problems: [...one.problems, problemOf(one, 'repeated', { line })] }
  }
}

function newLead({ draft, createdAt, standing }: ListedLead, currency: string): NewLead {
  const columns = columnsOf(draft)
  return {
    ...filledBy(draft),
    status: standing.status ?? 'new',
    stage_id: null,
    lost_reason: standing.lostReason,
    lost_words: standing.lostWords,
    id: '',
    isNew: true,
    name: columns.name,
    source: columns.source,
    source_detail: draft.sourceDetail ?? {},
    currency,
    owner_id: null,
    team_id: null,
    tag_names: (draft.tags ?? []).flatMap((tag) => tag ?? []),
    created_at: createdAt,
  }
}

function filledBy(draft: LeadDraft) {
  const { budgetMinMinor, budgetMaxMinor, askingPriceMinor, ...columns } = columnsOf(draft)
  const { phone, email, intent, message, localities, address, city } = columns
  return {
    ...{ phone, email, intent, message, localities, address, city },
    custom: (draft.custom ?? {}) as CustomValues,
    budget_min_minor: budgetMinMinor,
    budget_max_minor: budgetMaxMinor,
    asking_price_minor: askingPriceMinor,
  }
}

/** Fills what is missing; of the message the newer one counts, as the timeline keeps the other. */
function addedTo(known: KnownLead, { draft }: ListedLead): Changes {
  const filled = filledBy(draft)
  const told = { ...filled, custom: { ...filled.custom, ...known.custom } }
  const added = FILLED.filter((column) => {
    if (isEmpty(told[column])) return false
    if (column === 'custom') return !same(known.custom, told.custom)
    return isEmpty(known[column]) || (column === 'message' && known.message !== told.message)
  })
  return Object.fromEntries(added.map((column) => [column, [known[column], told[column]]]))
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

function verdict({ row, lead: listed, problems }: ReadRow, deed: Judgement['deed']): Judgement {
  return { row, deed, problems, listed, lead: null, leadId: null, changes: null }
}

/** Lists take nobody further: that is done, and written down, one by one. */
function withStatusKept(one: Case, { status }: KnownLead): Case {
  const told = one.lead.standing.status
  if (told === null || told === status) return one
  return { ...one, problems: [...one.problems, problemOf(one, `status_kept.${status}`, {})] }
}

function problemOf(
  { row }: Case,
  key: string,
  params: Record<string, string | number>
): RowProblem {
  const place = { line: row.line, column: null, field: null, value: '' }
  return { ...place, severity: 'warning', key: `leads.import.problems.${key}`, params }
}
