import { type ApiDoor, tryDoors } from '#tests/support/api_doors'
import type Lead from '../../models/lead.ts'
import { LeadsWorkspace } from '../workspace.ts'

interface Door extends ApiDoor {
  status?: Lead['status']
}

const of = (part: string) => (lead: { id: string }) => `/leads/${lead.id}${part}`
const view = 'leads.view'
const update = 'leads.update'

const doors: Record<string, Door> = {
  'The list': { method: 'GET', path: () => '/leads', permission: view },
  'A lead': { method: 'GET', path: of(''), permission: view },
  'The statistics': { method: 'GET', path: () => '/leads/statistics', permission: view },
  'The pipeline': { method: 'GET', path: () => '/leads/stages', permission: view },
  'A timeline': { method: 'GET', path: of('/timeline'), permission: view },
  'What a lead wants': { method: 'GET', path: of('/interests'), permission: view },
  'Adding a lead': {
    method: 'POST',
    path: () => '/leads',
    permission: 'leads.create',
    body: { name: 'Ada Byron' },
    wrong: [{ name: 'Ada', phone: '12' }, '#/phone'],
  },
  'Changing a lead': {
    method: 'PATCH',
    path: of(''),
    permission: update,
    body: { motivation: 5 },
    wrong: [{ budget_max_minor: 1.5 }, '#/budget_max_minor'],
    ifMatch: true,
  },
  'Deleting a lead': { method: 'DELETE', path: of(''), permission: 'leads.delete', ifMatch: true },
  'Restoring a lead': {
    method: 'POST',
    path: of('/restoration'),
    permission: 'leads.delete',
    deleted: true,
  },
  'Showing contact details': {
    method: 'POST',
    path: of('/reveal'),
    permission: 'leads.reveal',
  },
  'Assigning a lead': {
    method: 'PATCH',
    path: of('/assignment'),
    permission: 'leads.assign',
    body: { owner_id: null },
    wrong: [{ owner_id: 'somebody' }, '#/owner_id'],
    ifMatch: true,
  },
  'A step of the status': {
    method: 'PATCH',
    path: of('/status'),
    permission: update,
    body: { status: 'lost', lost_reason: 'price' },
    wrong: [{ status: 'lost' }, '#/lost_reason'],
    ifMatch: true,
  },
  'Converting a lead': {
    method: 'POST',
    path: of('/conversion'),
    permission: update,
    body: {},
    wrong: [{ contact_id: 'x' }, '#/contact_id'],
    ifMatch: true,
    status: 'negotiation',
  },
  'Drafting a listing': {
    method: 'POST',
    path: of('/listing'),
    permission: update,
    also: 'listings.create',
    body: { type: 'house' },
    wrong: [{ type: 'castle' }, '#/type'],
    ifMatch: true,
  },
  'A priority': {
    method: 'PATCH',
    path: of('/priority'),
    permission: update,
    body: { priority: 90 },
    wrong: [{ priority: 100 }, '#/priority'],
  },
  'The checklist': {
    method: 'PATCH',
    path: of('/checks/photos_current'),
    permission: update,
    body: { done: true },
    wrong: [{ done: 'perhaps' }, '#/done'],
  },
  'Adding an interest': {
    method: 'POST',
    path: of('/interests'),
    permission: update,
    body: { unit: 'B-12' },
    wrong: [{ note: 'South side' }, '#/unit'],
  },
  'Writing on a timeline': {
    method: 'POST',
    path: of('/timeline'),
    permission: update,
    body: { kind: 'note', details: 'Likes the garden' },
    wrong: [{ kind: 'gossip' }, '#/kind'],
  },
  'Tagging': {
    method: 'POST',
    path: of('/tags'),
    permission: update,
    body: { tags: ['warm'] },
    wrong: [{ tags: 'no list' }, '#/tags'],
  },
  'Taking a tag off': { method: 'DELETE', path: of('/tags/cold'), permission: update },
}

const workspace = new LeadsWorkspace()

tryDoors(doors, {
  module: 'leads',
  workspace,
  given: ({ status = 'new' }) =>
    workspace.givenLead({
      owner: 'senior_agent',
      intent: 'sell',
      tags: ['cold'],
      facts: { status },
    }),
  secret: 'Ann Lee',
  change: { motivation: 5 },
})
