import type { HttpContext } from '@adonisjs/core/http'
import { type FieldChange, saidChanges } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { isUuid } from '#kernel/tenancy/names'
import { changesInWords } from '../imports/changes_in_words.ts'
import { judgeRows } from '../imports/import_rows.ts'
import type { Judgement } from '../imports/judge.ts'
import { emptyStock } from '../imports/load_stock.ts'
import type ListingFeed from '../models/listing_feed.ts'
import type { Remembered } from './feed_memory.ts'
import { orderOf } from './feed_order.ts'
import { readerFor } from './read_record.ts'
import { saidFeedProblem } from './said_problem.ts'

const PAGE = 25

/** A page of what a feed would change, field by field, old beside new, with what agents keep. */
export async function presentChanges(ctx: HttpContext, feed: ListingFeed) {
  const { after } = ctx.request.qs()
  const found = await waitingOf(feed, isUuid(after) ? after : null)
  const page = found.slice(0, PAGE)
  const read = await readerFor(feed)
  const rows = page.map(({ record }, index) => read(record, index + 1))
  const { judgements, speech } = await judgeRows(rows, orderOf(feed, feed.id), emptyStock())
  return {
    feed,
    address: `/app/settings/listing-feeds/${feed.id}`,
    waiting: await countWaiting(feed),
    changes: judgements.map((judged, index) => ({
      ...changeOf(ctx, judged, speech),
      id: page[index].id,
      key: page[index].record.ListingKey,
    })),
    next: found.length > PAGE ? page[PAGE - 1].id : null,
  }
}

type Speech = Parameters<typeof changesInWords>[1]

function changeOf(ctx: HttpContext, judged: Judgement, speech: Speech) {
  const { listing, changes, kept, problems, deed } = judged
  const step = stepOf(judged)
  const isOnlyStep = deed === 'unchanged' && step.changes.length > 0
  return {
    deed: isOnlyStep ? 'updated' : deed,
    name: listing?.title ?? null,
    href: listing && !listing.isNew ? `/app/listings/${listing.id}` : null,
    text: saidChanges(ctx, [...changesInWords(changes ?? newsOf(judged), speech), ...step.changes]),
    kept: saidChanges(ctx, [...changesInWords(kept, speech), ...step.kept]),
    problems: problems.map((problem) => saidFeedProblem(ctx, problem)),
  }
}

/** Of a new listing, what it is offered for. */
function newsOf({ listing, deed }: Judgement) {
  if (deed !== 'created' || !listing) return {}
  const { price_minor: price, address, beds } = listing
  const told = Object.entries({ address, price_minor: price, beds })
  const known = told.filter(([, value]) => value !== null)
  return Object.fromEntries(
    known.map(([column, value]) => [column, [null, value]] as const)
  ) as Record<string, [unknown, unknown]>
}

/** The step along its life that the feed asks for. */
function stepOf({ listing, fed, deed }: Judgement): Record<'changes' | 'kept', FieldChange[]> {
  const to = isLeft(deed) ? null : fed?.status
  if (!listing || !to || to === listing.status) return { changes: [], kept: [] }
  const from = listing.isNew ? null : listing.status
  const step = [{ field: 'listings.fields.status', from, to, words: 'listings.statuses' }]
  const isKept = listing.locked_fields.includes('status')
  return isKept ? { changes: [], kept: step } : { changes: step, kept: [] }
}

function isLeft(deed: Judgement['deed']): boolean {
  return deed === 'skipped' || deed === 'refused'
}

async function waitingOf({ id }: ListingFeed, after: string | null): Promise<Remembered[]> {
  const { rows } = await unitSql<Remembered>(
    `select id, record from listing_feed_records
      where feed_id = ? and state = 'waiting' and (?::uuid is null or id > ?::uuid) order by id limit ?`,
    [id, after, after, PAGE + 1]
  )
  return rows
}

/** How many changes of a feed wait for somebody to look at them. */
export async function countWaiting({ id }: ListingFeed): Promise<number> {
  const { rows } = await unitSql<{ count: number }>(
    `select count(*) as count from listing_feed_records where feed_id = ? and state = 'waiting'`,
    [id]
  )
  return rows[0].count
}
