import type { ApiRequest } from '@japa/api-client'
import type { DateTime } from 'luxon'
import type { StaffRole } from '#app/members'
import { Member, Team } from '#app/members'
import { TimelineEntry, WriteEntry, retagRecord } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type { TestAgency } from '#tests/support/agency'
import { ContactsWorkspace } from '#workspaces/contacts'
import { CreateLead } from '../actions/create_lead.ts'
import type { LeadDraft } from '../lead_draft.ts'
import Lead from '../models/lead.ts'
import PipelineStage from '../models/pipeline_stage.ts'
import { leadSubject } from '../subject.ts'
import { givenStages } from './stages.ts'

const nobodys = { ownerId: null, keeperId: null, teamId: null, assignedAt: null }

type Given = Partial<LeadDraft> & {
  /** The role of the person to whom it is assigned; null for nobody. */
  owner?: StaffRole | null
  facts?: Partial<Lead>
}

/** An agency with leads in it, and the stages that every agency begins with. */
export class LeadsWorkspace extends ContactsWorkspace {
  async open(): Promise<void> {
    await super.open()
    for (const agency of [this.agency, this.neighbour]) await agency.inUnit(() => givenStages())
  }

  /** A lead of the principal's, unless something else is said. */
  async givenLead(given: Given = {}, agency: TestAgency = this.agency): Promise<Lead> {
    const { owner = 'principal', facts, tags, ...draft } = given
    const ownerId = await agency.memberId(owner ?? 'principal')
    return agency.inUnit(async () => {
      const created = await new CreateLead().handle({ name: 'Ann Lee', ...draft, ownerId })
      if (!created.ok) throw new Error(created.reason)
      const lead = created.value
      // The rules leave no lead alone; people may take one back.
      if (!owner) await lead.merge(nobodys).save()
      if (facts) await lead.merge(facts).save()
      if (tags) await this.#tag(lead.id, tags)
      return Lead.findOrFail(lead.id)
    }, 'principal')
  }

  /** So many leads, named "Lead 001" and so on, newest last. */
  async givenLeads(count: number, owner: StaffRole | null = 'principal'): Promise<void> {
    const ownerId = owner ? await this.agency.memberId(owner) : null
    await this.agency.inUnit(() =>
      unitSql(
        `insert into leads (name, owner_id, phone, currency, intent, stage_id, priority_score, budget_max_minor, created_at)
         select 'Lead ' || lpad(n::text, 3, '0'), ?, '+1206555' || lpad(n::text, 4, '0'), 'USD', 'buy',
                (select id from pipeline_stages order by position limit 1), 1 + n % 99, n * 100000,
                now() - interval '1 minute' * (1000 - n)
           from generate_series(1, ?::integer) as n`,
        [ownerId, count]
      )
    )
  }

  /** A call that somebody logs on a lead. */
  async givenCall(lead: Lead, role: StaffRole = 'principal', nextActionOn?: string) {
    const nextAction = nextActionOn ? { nextAction: 'Send the brochure', nextActionOn } : {}
    return this.agency.inUnit(
      () =>
        new WriteEntry().handle(leadSubject, lead.id, {
          kind: 'call',
          details: 'Spoke about the house',
          outcome: 'positive',
          ...nextAction,
        }),
      role
    )
  }

  /** What somebody means to do with a lead; a note answers nobody. */
  async givenPlan(lead: Lead, nextActionOn: string) {
    const plan = { kind: 'note' as const, nextAction: 'Answer the lead', nextActionOn }
    return this.agency.inUnit(
      () => new WriteEntry().handle(leadSubject, lead.id, plan),
      'principal'
    )
  }

  /** Columns of a lead as they could be after a while. */
  async givenFacts(lead: Lead, facts: Record<string, string | number | null>): Promise<void> {
    const columns = Object.keys(facts)
    await this.agency.inUnit(() =>
      unitSql(`update leads set ${columns.map((one) => `${one} = ?`).join(', ')} where id = ?`, [
        ...Object.values(facts),
        lead.id,
      ])
    )
  }

  /** So many minutes went by until somebody answered. */
  async givenWait(lead: Lead, minutes: number): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(
        `update leads set first_responded_at = created_at + interval '1 minute' * ? where id = ?`,
        [minutes, lead.id]
      )
    )
  }

  async givenDeletedLead(lead: Lead, at: DateTime): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql('update leads set deleted_at = ?, deleted_by = ? where id = ?', [
        at.toISO(),
        lead.ownerId,
        lead.id,
      ])
    )
  }

  async lead(id: string): Promise<Lead | null> {
    return this.agency.inUnit(async () => Lead.find(id))
  }

  async leadNamed(name: string): Promise<Lead | null> {
    return this.agency.inUnit(async () => Lead.findBy('name', name))
  }

  async stage(label: string): Promise<PipelineStage> {
    return this.agency.inUnit(async () => PipelineStage.findByOrFail('label', label))
  }

  /** The label of the stage at which a lead stands. */
  async stageOf(leadId: string): Promise<string | null> {
    return this.agency.inUnit(async () => {
      const lead = await Lead.findOrFail(leadId)
      const stage = lead.stageId ? await PipelineStage.find(lead.stageId) : null
      return stage?.label ?? null
    })
  }

  async entries(leadId: string): Promise<TimelineEntry[]> {
    return this.agency.inUnit(async () =>
      TimelineEntry.query().where('subject_id', leadId).orderBy('id')
    )
  }

  async teams(): Promise<Team[]> {
    return this.agency.inUnit(async () => Team.query())
  }

  async member(role: StaffRole): Promise<Member> {
    return this.agency.inUnit(async () => Member.findByOrFail('role', role))
  }

  /** Asks for a lead at the side of the list. */
  leadPanel(role: StaffRole, request: ApiRequest): ApiRequest {
    return this.asFragment(role, request).qs({ as: 'panel' })
  }

  async #tag(leadId: string, tags: (string | null)[] | null): Promise<void> {
    await retagRecord(
      'lead',
      leadId,
      (tags ?? []).flatMap((tag) => tag ?? [])
    )
    await leadSubject.touched([leadId], 'tags')
  }
}
