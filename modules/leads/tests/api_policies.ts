import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

const aLead = (records: SweptRecords) => ({ id: records.lead })
const ofLead = (records: SweptRecords) => ({ lead_id: records.lead })
const ofRecord = (records: SweptRecords) => ({ subject_id: records.lead, id: records.leadEntry })

const view: RoutePolicy = { permission: 'leads.view' }
const change: RoutePolicy = { permission: 'leads.update', params: ofLead }
const write: RoutePolicy = { permission: 'leads.update', params: ofRecord }

/** What programs may do with leads. */
export const apiPolicies: Record<string, RoutePolicy> = {
  'api.leads.index': view,
  'api.leads.statistics.index': view,
  'api.leads.stages.index': view,
  'api.leads.store': { permission: 'leads.create' },
  'api.leads.show': { ...view, params: aLead },
  'api.leads.update': { permission: 'leads.update', params: aLead },
  'api.leads.destroy': { permission: 'leads.delete', params: aLead },
  'api.leads.restoration.store': { permission: 'leads.delete', params: ofLead },
  'api.leads.reveal.store': { permission: 'leads.reveal', params: ofLead },
  'api.leads.assignment.update': { permission: 'leads.assign', params: ofLead },
  'api.leads.status.update': change,
  'api.leads.priority.update': change,
  'api.leads.checks.update': {
    ...change,
    params: (records) => ({ lead_id: records.lead, check: 'property_exists' }),
  },
  'api.leads.conversion.store': change,
  'api.leads.listing.store': change,
  'api.leads.interests.index': { ...view, params: ofLead },
  'api.leads.interests.store': change,
  'api.leads.interests.destroy': {
    ...change,
    params: (records) => ({ lead_id: records.lead, id: records.leadInterest }),
  },
  'api.leads.timeline.index': { ...view, params: ofRecord },
  'api.leads.timeline.store': write,
  'api.leads.tags.store': write,
  'api.leads.tags.destroy': {
    permission: 'leads.update',
    params: (records) => ({ subject_id: records.lead, tag: 'none' }),
  },
}
