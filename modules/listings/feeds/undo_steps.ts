import { ListUndoSteps } from '#app/imports'
import { unitSql } from '#kernel/tenancy/sql'
import { listingLists } from '../imports/listing_lists.ts'
import { undoPage } from '../imports/undo_page.ts'

/** Undoes a run of a feed as an import is undone, some listings a step. */
export class FeedUndoSteps extends ListUndoSteps {
  constructor() {
    super({ lists: listingLists, undo: undoPage, finish: waitAgain })
  }
}

/** What was taken back waits to be looked at, whatever the feed does by itself. */
async function waitAgain(runId: string): Promise<void> {
  await unitSql(
    `update listing_feed_records as record set state = 'waiting', work_id = null, updated_at = now()
       from listing_import_rows as row join listings as listing on listing.id = row.listing_id
      where row.import_id = ? and row.undone is not null
        and record.work_id = ? and record.state = 'applied' and record.listing_key = listing.external_id`,
    [runId, runId]
  )
}
