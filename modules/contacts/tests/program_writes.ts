import type { Ground, ProgramWrite } from '#tests/functional/security/writes'

const aContact = ({ records }: Ground) => ({ id: records.contact })
const ofContact = ({ records }: Ground) => ({ contact_id: records.contact })
const ofRecord = ({ records }: Ground) => ({ subject_id: records.contact })

async function programContact({ agency }: Ground) {
  return {
    type: 'person',
    first_name: 'Ada',
    last_name: 'Byron',
    company_name: 'Engines',
    job_title: 'Owner',
    phones: [{ number: '+1 206 555 0100', label: 'mobile' }],
    emails: [{ address: 'ada@engines.example', label: 'work' }],
    address: {
      line: '1 Pine Street',
      unit: '4',
      locality: 'Belltown',
      city: 'Seattle',
      state: 'WA',
      postcode: '98101',
    },
    kinds: ['buyer'],
    tags: ['spring'],
    source: 'Referral',
    birthday: '1990-12-10',
    owner_id: await agency.memberId('sales_director'),
    team_id: null,
    custom: { canary: 'another' },
    anyway: true,
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

/** Every change of contacts that programs can make. */
export const programWrites: Record<string, ProgramWrite> = {
  'api.contacts.store': { body: programContact },
  'api.contacts.update': { params: aContact, body: programContact, ifMatch: true },
  'api.contacts.destroy': { params: aContact, ifMatch: true },
  'api.contacts.restoration.store': {
    params: ofContact,
    given: 'update contacts set deleted_at = now()',
  },
  'api.contacts.archival.store': { params: ofContact, ifMatch: true },
  'api.contacts.archival.destroy': {
    params: ofContact,
    given: `update contacts set status = 'archived'`,
    ifMatch: true,
  },
  'api.contacts.timeline.store': {
    params: ofRecord,
    body: () => ({ ...programEntry }),
  },
  'api.contacts.tags.store': { params: ofRecord, body: () => ({ tags: ['winter'] }) },
  'api.contacts.tags.destroy': {
    params: ({ records }) => ({ subject_id: records.contact, tag: 'word' }),
  },
}
