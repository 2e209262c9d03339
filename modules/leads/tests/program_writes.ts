import type { Ground, ProgramWrite } from '#tests/functional/security/writes'

const aLead = ({ records }: Ground) => ({ id: records.lead })
const ofLead = ({ records }: Ground) => ({ lead_id: records.lead })
const ofRecord = ({ records }: Ground) => ({ subject_id: records.lead })

const address = {
  line: '1 Pine Street',
  unit: '2',
  locality: 'Ballard',
  city: 'Seattle',
  state: 'WA',
  postcode: '98101',
}

async function programLead({ agency }: Ground) {
  return {
    name: 'Ada Byron',
    phone: '+1 206 555 0100',
    email: 'ada@engines.example',
    source: 'referral',
    intent: 'buy',
    message: 'Is the house still there?',
    budget_min_minor: 10_000_000,
    budget_max_minor: 20_000_000,
    asking_price_minor: null,
    localities: ['Ballard'],
    motivation: 4,
    address,
    tags: ['spring'],
    owner_id: await agency.memberId('sales_director'),
    keeper_id: await agency.memberId('principal'),
    custom: { canary: 'another' },
  }
}

const programEntry = {
  kind: 'call',
  happened_at: '2026-01-02T03:04:00Z',
  details: 'Asked for the price',
  outcome: 'positive',
  next_action: 'Call again',
  next_action_on: '2027-01-01',
}

/** Every change of leads that programs can make. */
export const programWrites: Record<string, ProgramWrite> = {
  'api.leads.store': {
    body: async (ground) => ({
      ...(await programLead(ground)),
      contact_id: null,
      source_detail: { utm: { source: 'spring' }, first_page: '/', referrer: null },
    }),
  },
  'api.leads.update': { params: aLead, body: programLead, ifMatch: true },
  'api.leads.destroy': { params: aLead, ifMatch: true },
  'api.leads.restoration.store': {
    params: ofLead,
    given: 'update leads set deleted_at = now()',
  },
  'api.leads.reveal.store': { params: ofLead, idle: true },
  'api.leads.assignment.update': {
    params: ofLead,
    body: async ({ agency }) => ({ owner_id: await agency.memberId('sales_director') }),
    ifMatch: true,
  },
  'api.leads.status.update': {
    params: ofLead,
    given: `update leads set status = 'contacted', lost_reason = null`,
    body: () => ({ status: 'lost', lost_reason: 'other', reason: 'Moved away' }),
    ifMatch: true,
  },
  'api.leads.conversion.store': {
    params: ofLead,
    given: `update leads set status = 'negotiation'`,
    body: () => ({ contact_id: null, keep_requirement: true }),
    ifMatch: true,
  },
  'api.leads.listing.store': {
    params: ofLead,
    given: `update leads set intent = 'sell', status = 'new', lost_reason = null`,
    body: () => ({ type: 'house', title: 'House on the hill', contact_id: null }),
    ifMatch: true,
  },
  'api.leads.priority.update': { params: ofLead, body: () => ({ priority: 80 }) },
  'api.leads.checks.update': {
    params: ({ records }) => ({ lead_id: records.lead, check: 'photos_current' }),
    body: () => ({ done: true }),
  },
  'api.leads.interests.store': {
    params: ofLead,
    body: () => ({ listing_id: null, unit: 'B-12', note: 'South side' }),
  },
  'api.leads.interests.destroy': {
    params: ({ records }) => ({ lead_id: records.lead, id: records.leadInterest }),
  },
  'api.leads.timeline.store': { params: ofRecord, body: () => ({ ...programEntry }) },
  'api.leads.tags.store': { params: ofRecord, body: () => ({ tags: ['winter'] }) },
  'api.leads.tags.destroy': {
    params: ({ records }) => ({ subject_id: records.lead, tag: 'word' }),
  },
}
