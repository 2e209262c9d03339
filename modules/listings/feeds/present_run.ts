import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import type { RowProblem } from '#app/imports'
import { momentOf } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { saidFeedProblem } from './said_problem.ts'

const DEEDS = ['created', 'updated', 'unchanged', 'skipped', 'waiting', 'refused', 'warned']
const MOST = 200

/** What one run of a feed did, in words. */
export function presentRun({ i18n, tenant }: HttpContext, run: BulkWork) {
  const { counts, error } = run
  const counted = DEEDS.filter((deed) => counts[deed])
  const said = counted.map((deed) =>
    i18n.t(`listings.feeds.counted.${deed}`, { count: counts[deed] })
  )
  return {
    id: run.id,
    state: run.state,
    at: momentOf(run.createdAt, tenant!),
    what: i18n.t(`listings.feeds.runs.${run.kind.split('_').at(-1)}`),
    saidState: i18n.t(`bulk_works.states.${run.state}`),
    summary: said.join(', ') || i18n.t('listings.feeds.counted.nothing'),
    stats: counted.map((deed) => ({
      label: i18n.t(`listings.feeds.deeds.${deed}`),
      value: i18n.formatNumber(counts[deed]),
    })),
    failure: error && i18n.t(error.key, error.params),
    isDoubtful: run.facts.doubtful === true,
  }
}

interface TroubledRow {
  name: string | null
  listing_id: string | null
  deed: string
  cells: Record<string, string> | null
  problems: RowProblem[]
}

/** The records of a run of which something was refused or not understood, each with why. */
export async function presentProblems(ctx: HttpContext, run: BulkWork) {
  const { rows } = await unitSql<TroubledRow>(
    `select name, listing_id, deed, cells, problems from listing_import_rows
      where import_id = ? and problems is not null order by line limit ?`,
    [run.id, MOST]
  )
  return rows.map(({ name, listing_id: id, deed, cells, problems }) => ({
    name: name ?? cells?.ListingKey ?? '',
    href: id && `/app/listings/${id}`,
    isRefused: deed === 'refused',
    problems: problems.map((problem) => ({
      ...saidFeedProblem(ctx, problem),
      column: problem.column,
    })),
  }))
}
