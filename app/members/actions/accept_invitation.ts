import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Identity, hashPassword, personChanged, spendToken } from '#app/identity'
import { type Result, done, refused } from '#kernel/result/result'
import { coreSql, coreTransaction } from '#kernel/tenancy/sql'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import Member from '../models/member.ts'
import Team from '../models/team.ts'
import type { InvitationFacts } from '../queries/invitations.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'

interface Newcomer {
  name: string
  password: string
}

interface Accepted {
  tokenId: string
  identity: Identity
  facts: InvitationFacts
}

/**
 * Takes an invited person in. The link came by mail, so the e-mail of a new identity counts as
 * proven. The platform's rows go first; where the agency's fail, the link works again.
 */
export class AcceptInvitation {
  async handle(
    tenant: TenantSnapshot,
    secret: string,
    person: Identity | Newcomer
  ): Promise<Result<Identity, 'expired'>> {
    const passwordHash = 'password' in person ? await hashPassword(person.password) : null
    const accepted = await coreTransaction((trx) =>
      this.#spend(trx, { tenantId: tenant.id, secret, person, passwordHash })
    )
    if (!accepted) return refused('expired')
    try {
      await tenancy.run(tenant, () => enrol(accepted))
    } catch (error) {
      await coreSql('update one_time_tokens set used_at = null where id = ?', [accepted.tokenId])
      throw error
    }
    await personChanged(accepted.identity.id)
    return done(accepted.identity)
  }

  async #spend(trx: QueryClientContract, { tenantId, secret, person, passwordHash }: Spending) {
    const token = await spendToken('invite', secret, { tenantId, trx })
    if (!token) return null
    const facts = token.payload as unknown as InvitationFacts
    const identity =
      person instanceof Identity
        ? person
        : await newIdentity(trx, { name: person.name, email: facts.email, passwordHash })
    await coreSql(
      `insert into memberships (tenant_id, identity_id) values (?, ?)
       on conflict (tenant_id, identity_id) do update set state = 'active', updated_at = now()`,
      [tenantId, identity.id],
      trx
    )
    return { tokenId: token.id, identity, facts }
  }
}

interface Spending {
  tenantId: string
  secret: string
  person: Identity | Newcomer
  passwordHash: string | null
}

function newIdentity(
  client: QueryClientContract,
  facts: { name: string; email: string; passwordHash: string | null }
): Promise<Identity> {
  return Identity.create({ ...facts, emailVerifiedAt: DateTime.utc() }, { client })
}

async function enrol({ identity, facts }: Accepted): Promise<void> {
  const team = facts.teamId ? await Team.find(facts.teamId) : null
  const member = await Member.updateOrCreate(
    { identityId: identity.id },
    {
      name: identity.name,
      email: identity.email,
      role: facts.role,
      state: 'active',
      teamId: team?.id ?? null,
      teamRole: team ? 'member' : null,
    }
  )
  unit().audit({
    action: 'members.joined',
    subjectType: 'member',
    subjectId: member.id,
    facts: { role: facts.role, invitedBy: facts.invitedBy },
  })
  unit().notify(STAFF_CHANGED, unit().tenant.id)
}
