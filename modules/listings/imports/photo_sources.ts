import { unitSql } from '#kernel/tenancy/sql'

const PAGE = 10
const ATTEMPTS = 4

/** An address of a photo, as a list names it. */
export interface PhotoSource {
  id: string
  listing_id: string
  url: string
}

/** Why there is no picture; what is not final may work another time. */
export interface PhotoFault {
  reason: string
  isFinal: boolean
}

export interface TriedPhoto {
  source: PhotoSource
  fault: PhotoFault | null
}

/** Those of a listing in the order of its list. */
export async function duePhotos(): Promise<PhotoSource[]> {
  const { rows } = await unitSql<PhotoSource>(
    `select id, listing_id, url from listing_photo_sources
      where state = 'waiting' and due_at <= now() order by due_at, listing_id, position, id limit ?`,
    [PAGE]
  )
  return rows
}

/** What failed for now is tried again, each time later; what cannot succeed stays refused with its reason. */
export async function settlePhotos(tried: TriedPhoto[]): Promise<void> {
  const settled = tried.map(({ source, fault }) => ({
    id: source.id,
    reason: fault?.reason ?? null,
    is_final: fault?.isFinal ?? null,
  }))
  await unitSql(
    `update listing_photo_sources as source
        set reason = new.reason, updated_at = now(),
            attempts = attempts + (new.reason is not null)::integer,
            state = case when new.reason is null then 'fetched'
                         when new.is_final or attempts + 1 >= ? then 'refused' else 'waiting' end,
            due_at = now() + interval '5 minutes' * power(4, attempts)
       from jsonb_to_recordset(?::jsonb) as new(id uuid, reason text, is_final boolean)
      where source.id = new.id`,
    [ATTEMPTS, JSON.stringify(settled)]
  )
}
