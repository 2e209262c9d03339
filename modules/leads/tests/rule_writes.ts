import type { Ground, TextField, Write } from '#tests/functional/security/writes'

const ofLead = ({ records }: Ground) => ({ lead_id: records.lead })
const aRule = ({ records }: Ground) => ({ id: records.leadRule, rule_id: records.leadRule })
const aStage = ({ records }: Ground) => ({ id: records.leadStage, stage_id: records.leadStage })

const rule = async ({ agency }: Ground) => ({
  name: 'Portals',
  sources: ['website'],
  places: ['Ballard'],
  priceFrom: '100000',
  priceTo: '900000',
  intents: ['buy'],
  languages: ['en'],
  agents: [await agency.memberId('senior_agent')],
  target: 'first_to_claim',
  memberId: '',
  teamId: '',
  memberIds: [await agency.memberId('senior_agent')],
  minutes: 30,
  hidden: true,
  fallbackIds: [await agency.memberId('junior_agent')],
  fallbackMinutes: 30,
  version: 1,
  ruleId: '',
})

const ruleTexts: Record<string, TextField> = {
  'name': { most: 80 },
  'sources[0]': { most: 400, list: true },
  'places[0]': { most: 400, list: true },
}

/** What an agency decides for all of its leads: who gets them, and their stages. */
export const ruleWrites: Record<string, Write> = {
  'leads.duplicates.destroy': { params: ({ records }) => ({ id: records.leadPair }) },
  'leads.flags.update': {
    params: ({ records }) => ({ id: records.leadFlag }),
    body: () => ({ state: 'confirmed' }),
  },
  'leads.merges.store': {
    params: ofLead,
    keyed: ['choices'],
    body: ({ records }) => ({
      otherId: records.leadAlike,
      version: 1,
      otherVersion: 1,
      choices: { source: 'other' },
    }),
  },
  'leads.merges.destroy': {
    params: ({ records }) => ({ lead_id: records.lead, id: records.leadMerge }),
    body: () => ({ version: 1 }),
  },
  'leads.rules.store': {
    body: rule,
    texts: ruleTexts,
    formAt: () => '/app/settings/lead-rules/create',
  },
  'leads.rules.update': {
    params: aRule,
    body: rule,
    texts: ruleTexts,
    formAt: ({ records }) => `/app/settings/lead-rules/${records.leadRule}/edit`,
  },
  'leads.rules.destroy': { params: aRule },
  'leads.rules.place.update': { params: aRule, body: () => ({ to: 1, version: 1 }) },
  'leads.rules.last.update': { body: () => ({ lastRule: 'principal' }) },
  'leads.rules.rehearsals.store': { body: rule, idle: true },
  'leads.stages.store': {
    body: () => ({ label: 'Viewing', mapsTo: 'qualified', version: '' }),
    texts: { label: { most: 60 } },
    formAt: () => '/app/settings/lead-stages',
  },
  'leads.stages.update': {
    params: aStage,
    body: () => ({ label: 'Viewing', mapsTo: 'qualified', version: 1 }),
    texts: { label: { most: 60 } },
    formAt: ({ records }) => `/app/settings/lead-stages/${records.leadStage}/edit`,
  },
  'leads.stages.destroy': {
    params: aStage,
    given: `update leads set stage_id = null; delete from pipeline_stages where position = 91; insert into pipeline_stages (label, position, maps_to) values ('Another', 91, 'new')`,
    body: () => ({ to: '' }),
  },
  'leads.stages.place.update': { params: aStage, body: () => ({ to: 1, version: 1 }) },
}
