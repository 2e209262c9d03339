import { noteChange } from '#app/records'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/listings_event.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import { type Colleague, colleagues } from '#app/members'
import { assignable } from '../queries/colleagues.ts'

/** Gives listings to an active colleague within reach; the team goes along. */
export async function assignListings(
  ids: string[],
  ownerId: string
): Promise<Result<Colleague, 'not_assignable'>> {
  const owner = assignable(currentActor(), await colleagues()).find(({ id }) => id === ownerId)
  if (!owner) return refused('not_assignable')
  await unitSql(
    `update listings set owner_id = ?, team_id = ?, version = version + 1, updated_at = now()
      where id = any(?::uuid[])`,
    [owner.id, owner.teamId, ids]
  )
  await noteChange('listing', ids, [{ field: 'listings.fields.owner', from: null, to: owner.name }])
  tellOf(ListingsUpdated, ids)
  return done(owner)
}
