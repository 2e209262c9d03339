import { requestBulkAct } from '#app/bulk_acts'
import { requestSheet } from '#app/exports'
import { CustomField, WriteEntry, noteChange, retagRecord } from '#app/records'
import { renewDocuments } from '#kernel/search/search_documents'
import { currentActor } from '#kernel/tenancy/tenancy'
import { unitSql } from '#kernel/tenancy/sql'
import type { TestAgency } from '#tests/support/agency'
import { givenAttachment, recordDoors } from '#tests/support/record_doors'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import { CreateLead } from '../actions/create_lead.ts'
import LeadConnection from '../models/lead_connection.ts'
import LeadIntake from '../models/lead_intake.ts'
import LeadInterest from '../models/lead_interest.ts'
import PipelineStage from '../models/pipeline_stage.ts'
import leadSearch from '../search.ts'
import { leadSubject } from '../subject.ts'
import { apiPolicies } from './api_policies.ts'
import { givenImport, givenImportTraces, importPolicies } from './import_sweep.ts'
import { givenRules, givenTwins, rulePolicies } from './rule_sweep.ts'

const aLead = (records: SweptRecords) => ({ id: records.lead })
const ofLead = (records: SweptRecords) => ({ lead_id: records.lead })
const aBulkAct = (records: SweptRecords) => ({
  id: records.leadBulkAct,
  bulk_act_id: records.leadBulkAct,
})
const anExport = (records: SweptRecords) => ({
  id: records.leadExport,
  export_id: records.leadExport,
})
const ofRecord = (records: SweptRecords) => ({ subject_id: records.lead, id: records.leadEntry })

const view: RoutePolicy = { permission: 'leads.view' }
const change: RoutePolicy = { permission: 'leads.update', params: ofLead }
const write: RoutePolicy = { permission: 'leads.update', params: ofRecord }

export const policies: Record<string, RoutePolicy> = {
  'leads.index': view,
  'leads.board.index': view,
  'leads.waiting.index': view,
  'leads.statistics.index': view,
  ...rulePolicies,
  ...importPolicies,
  'leads.bulk_acts.store': { permission: 'leads.update' },
  'leads.bulk_acts.show': { permission: 'leads.update', params: aBulkAct },
  'leads.bulk_acts.run.store': { permission: 'leads.update', params: aBulkAct },
  'leads.bulk_acts.run.destroy': { permission: 'leads.update', params: aBulkAct },
  'leads.batch_restorations.store': { permission: 'leads.delete' },
  'leads.exports.index': { permission: 'leads.export' },
  'leads.exports.store': { permission: 'leads.export' },
  'leads.exports.show': { permission: 'leads.export', params: anExport },
  'leads.exports.run.store': { permission: 'leads.export', params: anExport },
  'leads.exports.run.destroy': { permission: 'leads.export', params: anExport },
  'leads.sources.index': { permission: 'leads.connect' },
  'leads.sources.store': { permission: 'leads.connect' },
  'leads.sources.destroy': {
    permission: 'leads.connect',
    params: (records) => ({ id: records.leadConnection }),
  },
  'leads.show': { ...view, params: aLead },
  'leads.create': { permission: 'leads.create' },
  'leads.store': { permission: 'leads.create' },
  'leads.edit': { permission: 'leads.update', params: aLead },
  'leads.update': { permission: 'leads.update', params: aLead },
  'leads.destroy': { permission: 'leads.delete', params: aLead },
  'leads.reveal.store': { permission: 'leads.reveal', params: ofLead },
  'leads.details.edit': { permission: 'leads.rules' },
  'leads.details.update': { permission: 'leads.rules' },
  'leads.status.update': change,
  'leads.stage_moves.store': change,
  'leads.assignment.update': { permission: 'leads.assign', params: ofLead },
  'leads.priority.update': change,
  'leads.checks.update': {
    ...change,
    params: (records) => ({ lead_id: records.lead, check: 'property_exists' }),
  },
  'leads.interests.index': change,
  'leads.interests.store': change,
  'leads.interests.destroy': {
    ...change,
    params: (records) => ({ lead_id: records.lead, id: records.leadInterest }),
  },
  'leads.conversion.create': change,
  'leads.conversion.store': change,
  'leads.listing.create': change,
  'leads.listing.store': change,
  'leads.listing.destroy': change,
  'leads.restoration.store': { permission: 'leads.delete', params: ofLead },
  'leads.entries.store': write,
  'leads.entries.edit': write,
  'leads.entries.update': write,
  'leads.entries.destroy': write,
  'leads.entries.restoration.store': write,
  'leads.entries.completion.store': write,
  'leads.entries.completion.destroy': write,
  'leads.entries.postponement.store': write,
  'leads.taps.store': write,
  'leads.tags.update': write,
  ...recordDoors('leads', {
    permission: 'leads.update',
    record: 'lead',
    entry: 'leadEntry',
    attachment: 'leadAttachment',
  }),
  'site.enquiries.create': { permission: null },
  'site.enquiries.store': { permission: null },
  'site.enquiries.show': { permission: null },
  ...apiPolicies,
}

/** A lead whose every text is the canary, with all that can hang on it. */
export async function givenRecords(agency: TestAgency, canary: string): Promise<SweptRecords> {
  return agency.inUnit(async () => {
    await givenField(canary)
    const lead = await givenLead(canary)
    const rules = await givenRules(lead, canary)
    const records = {
      lead,
      ...rules,
      ...(await givenTwins(lead, canary)),
      ...(await givenStory(lead, canary)),
      ...(await givenWorks(canary)),
      ...(await givenImport(canary)),
    }
    await givenImportTraces(canary, lead)
    await renewDocuments(leadSearch, [lead])
    return records
  }, 'principal')
}

async function givenLead(canary: string): Promise<string> {
  await PipelineStage.create({ label: canary, position: 90, mapsTo: 'new' })
  const created = await new CreateLead().handle({
    ...draftOf(canary),
    ownerId: currentActor().id,
  })
  if (!created.ok) throw new Error(created.reason)
  const { id } = created.value
  await unitSql('update leads set custom = ?, checklist = ?, lost_reason = ? where id = ?', [
    JSON.stringify({ canary }),
    JSON.stringify({ property_exists: { at: '2026-01-01T00:00:00Z', by: null, name: canary } }),
    canary,
    id,
  ])
  await retagRecord(leadSubject.type, id, [canary])
  await leadSubject.touched([id], 'tags')
  return id
}

async function givenStory(leadId: string, canary: string): Promise<SweptRecords> {
  const interest = await LeadInterest.create({ leadId, unit: canary, note: canary })
  const entry = await new WriteEntry().handle(leadSubject, leadId, {
    kind: 'note',
    details: canary,
    nextAction: canary,
    nextActionOn: '2026-01-01',
  })
  await noteChange('lead', [leadId], [{ field: 'leads.fields.name', from: canary, to: canary }])
  const attachment = await givenAttachment(leadSubject.type, leadId, canary)
  const door = await givenDoor(leadId, canary)
  return { leadEntry: entry.id, leadInterest: interest.id, leadAttachment: attachment, ...door }
}

async function givenDoor(leadId: string, canary: string): Promise<SweptRecords> {
  const door = { kind: 'email' as const, name: canary, token: canary, secrets: canary }
  const connection = await LeadConnection.create(door)
  const facts = { connectionId: connection.id, externalId: canary, problem: canary, leadId }
  await LeadIntake.create({ ...facts, state: 'failed' })
  return { leadConnection: connection.id }
}

async function givenWorks(canary: string): Promise<SweptRecords> {
  const bulkAct = await requestBulkAct(
    'leads',
    { deed: { act: 'tag', tags: canary }, choice: {} },
    1
  )
  const facts = { format: 'csv' as const, query: { q: canary }, fileName: `${canary}.csv` }
  const sheet = await requestSheet('leads', facts, 1)
  return { leadBulkAct: bulkAct.id, leadExport: sheet.id }
}

async function givenField(canary: string): Promise<void> {
  await CustomField.create({
    subjectType: leadSubject.type,
    key: 'canary',
    label: canary,
    kind: 'choice',
    choices: [canary, 'another'],
    required: false,
    position: 1,
  })
}

function draftOf(canary: string) {
  return {
    name: canary,
    phone: canary,
    email: `${canary}@north.example`,
    source: canary,
    sourceDetail: { utm: { campaign: canary }, firstPage: canary, referrer: canary },
    message: canary,
    localities: [canary],
    address: { line: canary, city: canary },
    provenance: { note: canary },
  }
}
