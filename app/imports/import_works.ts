import { BulkWork } from '#app/bulk_works'

/** The last check of an import. */
export function latestRehearsal(work: BulkWork): Promise<BulkWork | null> {
  return latest(work, 'rehearsal')
}

/** The last time that an import was to be undone. */
export function latestUndoing(work: BulkWork): Promise<BulkWork | null> {
  return latest(work, 'undo')
}

function latest({ id, kind }: BulkWork, what: string): Promise<BulkWork | null> {
  return BulkWork.query()
    .where({ parentId: id, kind: `${kind}_${what}` })
    .orderBy('id', 'desc')
    .first()
}
