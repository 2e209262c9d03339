import { BulkWork } from '#app/bulk_works'
import type { Actor } from '#kernel/tenancy/actor'

/** The imports that this person may see, newest first. */
export function importsFor(actor: Actor) {
  return BulkWork.reachableBy(actor, 'contacts.import').where('kind', 'contacts.import')
}

export function latestRehearsal(work: BulkWork): Promise<BulkWork | null> {
  return latest(work, 'contacts.import_rehearsal')
}

export function latestUndoing(work: BulkWork): Promise<BulkWork | null> {
  return latest(work, 'contacts.import_undo')
}

function latest({ id }: BulkWork, kind: string): Promise<BulkWork | null> {
  return BulkWork.query().where({ parentId: id, kind }).orderBy('id', 'desc').first()
}
