import { moveWithIdentity } from '#app/identity'
import { furnishNewAgency } from '#kernel/fleet/provisioning'
import { unit } from '#kernel/tenancy/tenancy'
import { MemberRemoved } from './events/member_removed.ts'
import Member from './models/member.ts'
import { STAFF_CHANGED } from './staff_directory.ts'

/** The founder becomes the agency's principal, in the transaction that builds its home. */
furnishNewAgency(async (client, task) => {
  const founder = task.facts.founder as { identityId: string; name: string; email: string }
  await client.query(
    `insert into members (identity_id, name, email, role) values ($1, $2, $3, 'principal')`,
    [founder.identityId, founder.name, founder.email]
  )
})

/** One person, one member: where both identities worked here, the better role stays. */
moveWithIdentity(async (from, to) => {
  const younger = await Member.findBy('identityId', from)
  if (!younger) return
  const elder = await Member.findBy('identityId', to)
  if (elder) {
    const role = younger.role === 'principal' ? younger.role : elder.role
    await younger.merge({ state: 'removed' }).save()
    unit().tell(new MemberRemoved(younger))
    await elder.merge({ state: 'active', role }).save()
  } else {
    await younger.merge({ identityId: to }).save()
  }
  unit().notify(STAFF_CHANGED, unit().tenant.id)
})
