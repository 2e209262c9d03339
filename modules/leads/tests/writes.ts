import { TimelineEntry } from '#app/records'
import type { Ground, TextField, Write } from '#tests/functional/security/writes'
import { recordDoorWrites } from '#tests/support/record_doors'
import PipelineStage from '../models/pipeline_stage.ts'
import { enquiryWrites } from './enquiry_writes.ts'
import { importWrites } from './import_writes.ts'
import { address } from './lead_address.ts'
import { listingWrites } from './listing_writes.ts'
import { ruleWrites } from './rule_writes.ts'

export { programWrites } from './program_writes.ts'

const aLead = ({ records }: Ground) => ({ id: records.lead })
const ofLead = ({ records }: Ground) => ({ lead_id: records.lead })
const ofBulkAct = ({ records }: Ground) => ({ bulk_act_id: records.leadBulkAct })
const ofExport = ({ records }: Ground) => ({ export_id: records.leadExport })
const ofRecord = ({ records }: Ground) => ({ subject_id: records.lead, id: records.leadEntry })

/** A correction is an entry of its own. */
const ofNewest = async ({ agency, records }: Ground) => {
  const newest = () =>
    TimelineEntry.query().whereNot('kind', 'change').where('subject_id', records.lead)
  const { id } = await agency.inUnit(() => newest().orderBy('id', 'desc').firstOrFail())
  return { subject_id: records.lead, id }
}

const tag: TextField = { most: 40, list: true }

const leadTexts: Record<string, TextField> = {
  'name': { most: 200 },
  'source': { most: 100 },
  'message': { most: 5_000 },
  'tags[0]': tag,
  'localities[0]': { most: 400, list: true },
  'address[line]': { most: 200, list: true },
  'address[city]': { most: 100, list: true },
}

const lead = async ({ agency }: Ground) => ({
  name: 'Ada Byron',
  phone: '+1 206 555 0100',
  email: 'ada@engines.example',
  source: 'referral',
  intent: 'buy',
  message: 'Is the house still there?',
  budgetMin: '100000',
  budgetMax: '200000',
  askingPrice: '',
  localities: ['Ballard'],
  motivation: 4,
  address,
  tags: ['spring'],
  ownerId: await agency.memberId('sales_director'),
  keeperId: await agency.memberId('principal'),
  custom: { canary: 'another' },
  version: 1,
  contactId: '',
  listingId: '',
  anyway: true,
})

const entry = {
  kind: 'note',
  happenedAt: '2026-01-02T03:04',
  details: 'Asked for the price',
  outcome: 'positive',
  nextAction: 'Call again',
  nextActionOn: '2027-01-01',
}

const entryTexts = { details: { most: 2_000 }, nextAction: { most: 200 } }

/** Every change that leads offer. */
export const writes: Record<string, Write> = {
  ...enquiryWrites,
  'leads.store': { body: lead, texts: leadTexts, formAt: () => '/app/leads/create' },
  'leads.update': {
    params: aLead,
    body: lead,
    texts: leadTexts,
    formAt: ({ records }) => `/app/leads/${records.lead}/edit`,
  },
  'leads.destroy': { params: aLead },
  ...importWrites,
  'leads.reveal.store': { params: ofLead, idle: true },
  'leads.details.update': {
    body: () => ({ detailsHidden: 'true', revealsADay: 20, revealPause: 30, version: 1 }),
  },
  'leads.sources.store': {
    body: () => ({ kind: 'facebook', name: 'Spring', appSecret: 'secret', pageToken: 'token' }),
    texts: { name: { most: 100 } },
    formAt: () => '/app/leads/sources',
  },
  'leads.sources.destroy': { params: ({ records }) => ({ id: records.leadConnection }) },
  'leads.status.update': {
    params: ofLead,
    given: `update leads set status = 'contacted', lost_reason = null`,
    body: () => ({ status: 'lost', lostReason: 'other', reason: 'Moved away', version: 1 }),
    texts: { reason: { most: 500 } },
  },
  'leads.stage_moves.store': {
    params: ofLead,
    given: `update leads set stage_id = null`,
    body: async ({ agency }) => ({ column: await stageOf(agency), version: 1 }),
  },
  'leads.assignment.update': {
    params: ofLead,
    body: async ({ agency }) => ({ ownerId: await agency.memberId('sales_director') }),
  },
  'leads.claim.store': {
    params: ofLead,
    given: 'update leads set owner_id = null',
  },
  ...ruleWrites,
  'leads.priority.update': { params: ofLead, body: () => ({ priority: 80 }) },
  'leads.checks.update': {
    params: ({ records }) => ({ lead_id: records.lead, check: 'photos_current' }),
    body: () => ({ done: true }),
  },
  'leads.interests.store': {
    params: ofLead,
    body: () => ({ unit: 'B-12', note: 'South side', listingId: '' }),
    texts: { unit: { most: 200 }, note: { most: 500 } },
  },
  'leads.interests.destroy': {
    params: ({ records }) => ({ lead_id: records.lead, id: records.leadInterest }),
  },
  'leads.conversion.store': {
    params: ofLead,
    given: `update leads set status = 'negotiation'`,
    body: () => ({ contactId: '', keepRequirement: 'true', version: 1 }),
  },
  ...listingWrites,
  'leads.restoration.store': { params: ofLead, given: 'update leads set deleted_at = now()' },
  'leads.bulk_acts.store': {
    body: ({ records }) => ({
      act: 'tag',
      ids: [records.lead],
      all: false,
      query: '',
      ownerId: '',
      tags: 'summer',
      lostReason: '',
    }),
    texts: { tags: tag },
  },
  'leads.bulk_acts.run.store': { params: ofBulkAct, refused: true },
  'leads.bulk_acts.run.destroy': { params: ofBulkAct },
  'leads.batch_restorations.store': {
    given: `update leads set deleted_at = date_trunc('milliseconds', now()), deleted_by = (select id from members where role = 'principal')`,
    refused: true,
  },
  'leads.exports.store': { body: () => ({ format: 'csv', query: '' }) },
  'leads.exports.run.store': { params: ofExport, refused: true },
  'leads.exports.run.destroy': { params: ofExport },
  'leads.entries.store': { params: ofRecord, body: () => entry, texts: entryTexts },
  'leads.entries.update': {
    params: ofNewest,
    body: () => ({ ...entry, version: 1 }),
    texts: entryTexts,
    fresh: true,
  },
  'leads.entries.destroy': { params: ofRecord },
  'leads.entries.restoration.store': {
    params: ofRecord,
    given: 'update timeline_entries set deleted_at = now()',
  },
  'leads.entries.completion.store': { params: ofRecord },
  'leads.entries.completion.destroy': {
    params: ofRecord,
    given: 'update timeline_entries set next_action_done_at = now()',
  },
  'leads.entries.postponement.store': {
    params: ofRecord,
    body: () => ({ days: 3, on: '2027-02-01' }),
  },
  'leads.taps.store': {
    params: ofRecord,
    body: () => ({ kind: 'call', to: '+1 206 555 0100' }),
    texts: { to: { most: 254 } },
    seenAt: ({ records }) => `/app/leads/${records.lead}`,
  },
  ...recordDoorWrites('leads', {
    record: 'lead',
    entry: 'leadEntry',
    attachment: 'leadAttachment',
  }),
  'leads.tags.update': {
    params: ofRecord,
    body: () => ({ tags: ['winter'] }),
    texts: { 'tags[0]': tag },
  },
}

async function stageOf(agency: Ground['agency']): Promise<string> {
  const { id } = await agency.inUnit(async () => PipelineStage.firstOrFail())
  return id
}
