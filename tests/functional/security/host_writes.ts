import { Identity, issueToken } from '#app/identity'
import { moduleNames } from '#kernel/modules/module_registry'
import { PASSWORD, type TestAgency } from '#tests/support/agency'
import type { Ground, Write } from './writes.ts'

const NEW_PASSWORD = 'another long walk by the sea'

const member = ({ records }: Ground) => ({ id: records.member })
const team = ({ records }: Ground) => ({ id: records.team })
const place = ({ records }: Ground) => ({ id: records.team, member_id: records.member })
const field = ({ records }: Ground) => ({ id: records.customField })
const aModule = () => ({ name: moduleNames[0] })
const aRole = () => ({ role: 'junior_agent' })
const theAgency = ({ agency }: Ground) => ({ id: agency.id })
const reason = () => ({ reason: 'Nobody paid' })
const teamTexts = { name: 80, city: 120 }

const token = (purpose: 'verify_email' | 'reset_password') => async (ground: Ground) => ({
  token: await tokenOf(ground.agency, purpose),
})

function tokenOf(agency: TestAgency, purpose: 'verify_email' | 'reset_password' | 'switch_agency') {
  return issueToken(purpose, {
    identityId: agency.identityId('junior_agent'),
    tenantId: agency.id,
  })
}

async function invitation({ agency }: Ground) {
  const payload = { name: 'New', email: 'new@north.example', role: 'marketing', teamId: null }
  return {
    token: await issueToken('invite', { identityId: null, tenantId: agency.id, payload }),
  }
}

async function pending({ agency }: Ground) {
  await invitation({ agency, records: {} })
  const { pendingInvitations } = await import('../../../app/members/queries/invitations.ts')
  return { id: (await pendingInvitations(agency.id))[0].id }
}

/** Every change that the host itself offers, on each of its surfaces. */
export const writes: Record<string, Write> = {
  'settings.update': {
    body: () => ({ name: 'North', timeZone: 'America/New_York', primary: '#1f4d3f', version: 1 }),
    texts: { name: 120 },
  },
  'modules.store': {
    params: aModule,
    idle: true,
  },
  'modules.destroy': { params: aModule },
  'verification_letters.store': { idle: true },
  'themes.store': { body: () => ({ theme: 'dark' }) },
  'rail.update': { body: () => ({ shown: [...moduleNames] }), idle: true },
  'password.update': { body: () => ({ current: PASSWORD, password: NEW_PASSWORD }) },
  'agency_switches.store': { params: theAgency },
  'invitations.store': {
    body: ({ records }) => ({
      name: 'New',
      email: 'new@north.example',
      role: 'marketing',
      teamId: records.team,
    }),
    texts: { name: 120 },
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
    texts: { city: 120 },
  },
  'members.destroy': { params: member },
  'teams.store': { body: () => ({ name: 'Sales', city: 'Tacoma' }), texts: teamTexts },
  'teams.update': {
    params: team,
    body: () => ({ name: 'Sales', city: 'Tacoma', version: 1 }),
    texts: teamTexts,
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
  'custom_fields.update': {
    params: field,
    body: () => ({ label: 'Size', choices: 'one\ntwo', required: true, position: 3, version: 1 }),
    texts: { label: 60, choices: 400 },
  },
  'custom_fields.destroy': { params: field },
  'custom_fields.restoration.store': {
    params: field,
    given: 'update custom_fields set retired_at = now()',
  },

  'site.sessions.store': {
    anonymous: true,
    body: ({ agency }) => ({ email: agency.email('marketing'), password: PASSWORD, next: '/app' }),
  },
  'site.sessions.destroy': {},
  'site.password_resets.store': {
    anonymous: true,
    body: ({ agency }) => ({ email: agency.email('marketing') }),
  },
  'site.password_resets.update': {
    anonymous: true,
    params: token('reset_password'),
    body: () => ({ password: NEW_PASSWORD }),
  },
  'site.entries.store': {
    anonymous: true,
    body: async ({ agency }) => ({ ticket: await tokenOf(agency, 'switch_agency') }),
  },
  'site.verifications.store': { anonymous: true, params: token('verify_email') },
  'site.acceptances.store': {
    anonymous: true,
    params: invitation,
    body: () => ({ name: 'New', password: NEW_PASSWORD }),
    texts: { name: 120 },
  },
  'site.acceptances.destroy': { anonymous: true, params: invitation },

  'platform.sign_ups.store': {
    body: () => ({
      agency: 'Another',
      slug: `another-${Math.random().toString(36).slice(2, 12)}`,
      market: 'US',
      name: 'Somebody',
      email: 'somebody@another.example',
      password: NEW_PASSWORD,
      modulesOffered: true,
      modules: [...moduleNames],
    }),
    texts: { agency: 120, name: 120 },
  },
  'platform.sign_up_entries.store': { idle: true },

  'console.suspensions.store': { params: theAgency, body: reason, texts: { reason: 500 } },
  'console.suspensions.destroy': { params: theAgency, body: reason, refused: true },
  'console.sessions.store': {
    anonymous: true,
    body: async () => ({ email: (await anOperator()).email, password: PASSWORD, next: '/' }),
  },
  'console.sessions.destroy': { idle: true },
  'console.password_resets.store': {
    anonymous: true,
    body: async () => ({ email: (await anOperator()).email }),
  },
  'console.password_resets.update': {
    anonymous: true,
    params: async () => ({
      token: await issueToken('reset_password', {
        identityId: (await anOperator()).id,
        tenantId: null,
      }),
    }),
    body: () => ({ password: PASSWORD }),
  },
}

function anOperator(): Promise<Identity> {
  return Identity.findByOrFail('email', 'platform_admin@operators.example')
}
