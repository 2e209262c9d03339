import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'

/** Has the workers fetch the photos that are due, unless they are at it. */
export async function requestPhotos(): Promise<void> {
  const { rows } = await unitSql<{ is_due: boolean; is_under_way: boolean }>(
    `select exists (select from listing_photo_sources where state = 'waiting' and due_at <= now()) as is_due,
            exists (select from bulk_works where kind = 'listings.photos' and state in ('waiting', 'running')
                      and updated_at > now() - interval '10 minutes') as is_under_way`
  )
  if (!rows[0].is_due || rows[0].is_under_way) return
  const actor = currentActor()
  const work = await BulkWork.create({
    kind: 'listings.photos',
    state: 'draft',
    ownerId: actor.kind === 'system' ? null : actor.id,
    facts: {},
    rowsDone: 0,
    counts: {},
  })
  await requestBulkWork(work)
}
