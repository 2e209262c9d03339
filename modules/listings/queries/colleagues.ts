import type { Actor } from '#kernel/tenancy/actor'
import type { Colleague } from '#modules/contacts'

/** Those to whom the actor may give a listing: themselves, and whoever `listings.assign` reaches. */
export function assignable(actor: Actor, staff: Colleague[]): Colleague[] {
  return staff.filter(
    ({ id, teamId }) => id === actor.id || actor.reaches('listings.assign', { ownerId: id, teamId })
  )
}
