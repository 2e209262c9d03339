import { plainJson } from '#app/imports'
import { unitSql } from '#kernel/tenancy/sql'
import type { Judgement } from './judge.ts'

/** Keeps what became of each row, for the summary, the refused rows and the undoing. */
export async function writeRows(judgements: Judgement[], importId: string): Promise<void> {
  const versions = await versionsOf(judgements)
  const rows = judgements.map((judgement) => ({
    ...columns(judgement),
    version_after: versions.get(judgement.listing?.id ?? '') ?? null,
  }))
  await unitSql(
    `insert into listing_import_rows (import_id, line, deed, listing_id, name, changes, version_after, cells, problems)
     select ?, line, deed, listing_id, name, changes, version_after, cells, problems
       from jsonb_to_recordset(?::jsonb) as new(line integer, deed text, listing_id uuid, name text, changes jsonb,
            version_after integer, cells jsonb, problems jsonb)`,
    [importId, plainJson(rows)]
  )
}

function columns({ row, deed, listing, changes, problems }: Judgement) {
  return {
    line: row.line,
    deed,
    listing_id: listing?.id ?? null,
    name: listing?.title ?? null,
    changes,
    cells: deed === 'refused' ? row.cells : null,
    problems: problems.length > 0 ? problems : null,
  }
}

/** After all that the step did, its steps along the listings' lives included. */
async function versionsOf(judgements: Judgement[]): Promise<Map<string, number>> {
  const ids = judgements.flatMap(({ listing }) => listing?.id ?? [])
  const { rows } = await unitSql<{ id: string; version: number }>(
    'select id, version from listings where id = any(?::uuid[])',
    [ids]
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** Addresses of photos wait until a job has fetched them; one that is known is not fetched again. */
export async function queuePhotos(judgements: Judgement[]): Promise<void> {
  const photos = judgements.flatMap(({ listing, deed, fed }) =>
    listing && deed !== 'skipped' && deed !== 'refused'
      ? (fed?.photos ?? []).map((url, position) => ({ listing_id: listing.id, url, position }))
      : []
  )
  if (photos.length === 0) return
  await unitSql(
    `insert into listing_photo_sources (listing_id, url, position)
     select listing_id, url, position
       from jsonb_to_recordset(?::jsonb) as new(listing_id uuid, url text, position integer)
     on conflict (listing_id, url) do nothing`,
    [plainJson(photos)]
  )
}
