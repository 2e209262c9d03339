import { BulkWork } from '#app/bulk_works'
import type { Actor } from '#kernel/tenancy/actor'

/** The imports that this person may see, newest first. */
export function importsFor(actor: Actor) {
  return BulkWork.reachableBy(actor, 'contacts.import').where('kind', 'contacts.import')
}
