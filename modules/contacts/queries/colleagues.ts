import { type Colleague, assignableBy } from '#app/members'
import type { Actor } from '#kernel/tenancy/actor'

/** Those to whom the actor may give a contact: themselves, and whoever `contacts.assign` reaches. */
export function assignable(actor: Actor, staff: Colleague[]): Colleague[] {
  return assignableBy(actor, 'contacts.assign', staff)
}
