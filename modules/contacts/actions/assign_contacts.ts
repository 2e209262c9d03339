import { type Colleague, colleagues } from '#app/members'
import { noteChange } from '#app/records'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/contacts_event.ts'
import ContactsUpdated from '../events/contacts_updated.ts'
import { assignable } from '../queries/colleagues.ts'

/** Gives contacts to an active colleague within reach; the team goes along. */
export async function assignContacts(
  ids: string[],
  ownerId: string
): Promise<Result<Colleague, 'not_assignable'>> {
  const owner = assignable(currentActor(), await colleagues()).find(({ id }) => id === ownerId)
  if (!owner) return refused('not_assignable')
  await unitSql(
    `update contacts set owner_id = ?, team_id = ?, version = version + 1, updated_at = now()
      where id = any(?::uuid[])`,
    [owner.id, owner.teamId, ids]
  )
  await noteChange('contact', ids, [{ field: 'contacts.fields.owner', from: null, to: owner.name }])
  tellOf(ContactsUpdated, ids)
  return done(owner)
}
