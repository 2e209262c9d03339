import { issueToken } from '#app/identity'
import { type Result, done, refused } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import Member from '../models/member.ts'
import Team from '../models/team.ts'
import { type InvitationFacts, revokeInvitations } from '../queries/invitations.ts'

type Refusal = 'already_member' | 'only_principal' | 'unknown_team'

/** Invites somebody to join the staff. The answer is the secret for the letter; older links end. */
export class InviteMember {
  async handle(invitation: InvitationFacts): Promise<Result<string, Refusal>> {
    const refusal = await this.#refusal(invitation)
    if (refusal) return refused(refusal)

    const { email, role } = invitation
    const tenantId = unit().tenant.id
    await revokeInvitations(tenantId, email)
    const payload = { ...invitation }
    const secret = await issueToken('invite', { identityId: null, tenantId, payload })
    const facts = { email, role }
    unit().audit({ action: 'members.invited', subjectType: 'member', subjectId: null, facts })
    return done(secret)
  }

  async #refusal({ email, role, teamId }: InvitationFacts): Promise<Refusal | null> {
    if (role === 'principal' && currentActor().role !== 'principal') return 'only_principal'
    if (await Member.query().where({ email, state: 'active' }).first()) return 'already_member'
    return teamId && !(await Team.find(teamId)) ? 'unknown_team' : null
  }
}
