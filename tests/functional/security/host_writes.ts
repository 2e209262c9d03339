import { moduleNames } from '#kernel/modules/module_registry'
import { ApiProgram } from '#tests/support/api_client'
import { PASSWORD } from '#tests/support/agency'
import { NEW_PASSWORD, invitation, newEmail } from './givens.ts'
import { taskWrites } from './task_writes.ts'
import { viewWrites } from './view_writes.ts'
import type { Ground, Write } from './writes.ts'

/** Where no module is shipped, there is none to switch. */
const inEmptyHouse = moduleNames.length === 0 ? { refused: true as const } : {}

const member = ({ records }: Ground) => ({ id: records.member })
const notification = ({ records }: Ground) => ({ notification_id: records.notification })
const LAST = 'ffffffff-ffff-7fff-bfff-ffffffffffff'
const team = ({ records }: Ground) => ({ id: records.team })
const place = ({ records }: Ground) => ({ id: records.team, member_id: records.member })
const field = ({ records }: Ground) => ({ id: records.customField })
/** The last one: nothing that is on requires it. */
const aModule = () => ({ name: moduleNames.at(-1)! })
const aRole = () => ({ role: 'junior_agent' })
const theAgency = ({ agency }: Ground) => ({ id: agency.id })
const teamTexts = { name: { most: 80 }, city: { most: 120 } }

async function pending({ agency }: Ground) {
  await invitation({ agency, records: {} })
  const { pendingInvitations } = await import('../../../app/members/queries/invitations.ts')
  return { id: (await pendingInvitations(agency.id))[0].id }
}

async function aKey({ agency }: Ground) {
  return { id: (await ApiProgram.of({ agency })).id }
}

const ofField = ({ records }: Ground) => `/app/settings/custom-fields/${records.customField}/edit`

/** Every change that the host itself offers, on each of its surfaces. */
export const writes: Record<string, Write> = {
  'settings.update': {
    body: () => ({ name: 'North', timeZone: 'America/New_York', primary: '#1f4d3f', version: 1 }),
    texts: { name: { most: 120 } },
    every: true,
    formAt: () => '/app/settings/agency',
  },
  'logo.store': { refused: true },
  'logo.destroy': { idle: true },
  'modules.store': {
    params: aModule,
    idle: true,
    ...inEmptyHouse,
  },
  'modules.destroy': { params: aModule, ...inEmptyHouse },
  'verification_letters.store': { idle: true },
  'notifications.all_readings.store': { body: () => ({ newest: LAST }) },
  'notifications.reading.store': { params: notification },
  ...taskWrites,
  ...viewWrites,
  'themes.store': { body: () => ({ theme: 'dark' }) },
  'rail.update': { body: () => ({ shown: [...moduleNames] }), idle: true },
  'letters.update': { body: () => ({ morning: false }) },
  'password.update': { body: () => ({ current: PASSWORD, password: NEW_PASSWORD }) },
  'agency_switches.store': { params: theAgency },
  'invitations.store': {
    body: ({ records }) => ({
      name: 'New',
      email: newEmail(),
      role: 'marketing',
      teamId: records.team,
    }),
    texts: { name: { most: 120 } },
    given: 'delete from core.one_time_tokens',
    formAt: () => '/app/settings/invitations/create',
  },
  'invitations.update': { params: pending },
  'invitations.destroy': { params: pending },
  'members.update': {
    params: member,
    body: ({ records }) => ({
      role: 'senior_agent',
      teamId: records.team,
      teamRole: 'admin',
      city: 'Tacoma',
      version: 1,
    }),
    texts: { city: { most: 120 } },
    formAt: ({ records }) => `/app/settings/members/${records.member}/edit`,
  },
  'members.destroy': { params: member },
  'teams.store': {
    body: () => ({ name: 'Sales', city: 'Tacoma' }),
    texts: teamTexts,
    seenAt: () => '/app/settings/teams',
    listed: true,
    formAt: () => '/app/settings/teams',
  },
  'teams.update': {
    params: team,
    body: () => ({ name: 'Sales', city: 'Tacoma', version: 1 }),
    texts: teamTexts,
    formAt: ({ records }) => `/app/settings/teams/${records.team}`,
  },
  'teams.destroy': { params: team, given: 'update members set team_id = null' },
  'team_places.store': {
    params: team,
    body: ({ records }) => ({ memberId: records.member, teamRole: 'admin' }),
  },
  'team_places.update': { params: place, body: () => ({ teamRole: 'admin' }) },
  'team_places.destroy': { params: place },
  'roles.update': {
    params: aRole,
    body: () => ({ reach: { 'audit.view': 'all' } }),
    keyed: ['reach'],
  },
  'roles.destroy': {
    params: aRole,
    given: `insert into role_grants (role, permission, reach) values ('junior_agent', 'audit.view', 'all')`,
  },
  // Fields of records that are none of anybody's; modules with records bring a field that gets through.
  'custom_fields.store': {
    body: () => ({ subjectType: 'nothing', kind: 'text', label: 'Size' }),
    refused: true,
  },
  'api_keys.store': {
    body: () => ({ name: 'Forms', permissions: ['members.view'], lasts: '90' }),
    texts: { name: { most: 80 } },
  },
  'api_keys.destroy': { params: aKey },
  'custom_fields.update': {
    params: field,
    body: () => ({ label: 'Size', choices: 'one\ntwo', required: true, position: 3, version: 1 }),
    texts: { label: { most: 60 }, choices: { most: 120, before: 'another\n' } },
    formAt: ofField,
    seenAt: ofField,
  },
  'custom_fields.destroy': { params: field },
  'custom_fields.restoration.store': {
    params: field,
    given: 'update custom_fields set retired_at = now()',
  },
}
