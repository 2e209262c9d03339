import { randomUUID } from 'node:crypto'
import { Identity, issueToken } from '#app/identity'
import { moduleNames } from '#kernel/modules/module_registry'
import { PASSWORD } from '#tests/support/agency'
import { NEW_PASSWORD, invitation } from './givens.ts'
import type { Ground, Write } from './writes.ts'

type Purpose = 'verify_email' | 'reset_password' | 'switch_agency'

const theAgency = ({ agency }: Ground) => ({ id: agency.id })
const reason = () => ({ reason: 'Nobody paid' })

const token = (purpose: Purpose) => async (ground: Ground) => ({
  token: await tokenOf(ground, purpose),
})

function tokenOf({ agency }: Ground, purpose: Purpose) {
  const identityId = agency.identityId('junior_agent')
  return issueToken(purpose, { identityId, tenantId: agency.id })
}

async function opened({ agency }: Ground): Promise<void> {
  if ((await agency.tenant()).status !== 'active') await agency.fleet('resume')
}

/** Every change at the doors: signing up, in and out, links from letters, the console. */
export const writes: Record<string, Write> = {
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
    body: async (ground) => ({ ticket: await tokenOf(ground, 'switch_agency') }),
  },
  'site.verifications.store': { anonymous: true, params: token('verify_email') },
  'site.acceptances.store': {
    anonymous: true,
    params: invitation,
    body: () => ({ name: 'New', password: NEW_PASSWORD }),
    texts: { name: { most: 120 } },
    seenAt: () => '/app/settings/members',
    listed: true,
  },
  'site.acceptances.destroy': { anonymous: true, params: invitation },

  'platform.sign_ups.store': {
    body: () => ({
      agency: 'Another',
      slug: `another-${randomUUID().slice(0, 13)}`,
      market: 'US',
      name: 'Somebody',
      email: 'somebody@another.example',
      password: NEW_PASSWORD,
      modulesOffered: true,
      modules: [...moduleNames],
    }),
    texts: { agency: { most: 120 }, name: { most: 120 } },
    elsewhere: true,
    formAt: () => '/sign-up',
  },
  'platform.sign_up_entries.store': { idle: true },

  'console.suspensions.store': {
    given: opened,
    params: theAgency,
    body: reason,
    texts: { reason: { most: 500 } },
  },
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
