import type { HttpContext } from '@adonisjs/core/http'
import { type BulkWork, presentProgress } from '#app/bulk_works'
import { momentOf, saidChanges } from '#app/records'
import { isTooLate } from '../actions/undo_import.ts'
import { draftFacts } from '../draft_facts.ts'
import { type ImportDesk, homeOf } from '../import_desk.ts'
import { latestRehearsal, latestUndoing } from '../import_works.ts'
import type { RehearsalFacts } from '../steps/rehearsal_steps.ts'
import { saidProblem } from './said_problem.ts'

const DEEDS = ['created', 'updated', 'unchanged', 'skipped', 'refused']

type Stage =
  'draft' | 'checking' | 'check_failed' | 'checked' | 'running' | 'over' | 'undoing' | 'undone'

interface Works {
  work: BulkWork
  rehearsal: BulkWork | null
  undoing: BulkWork | null
}

/** Where an import stands, and all that its page shows of it. */
export async function presentImport(ctx: HttpContext, work: BulkWork, desk: ImportDesk) {
  const works = await worksOf(work)
  const stage = stageOf(works)
  return {
    work,
    stage,
    words: work.kind,
    fileName: draftFacts(work).fileName,
    address: `${homeOf(desk)}/${work.id}`,
    newHref: desk.newOnes(work),
    ...presentShown(ctx, shownWork(works, stage)),
    ...presentCounts(ctx, works, stage),
    undone: works.undoing?.counts ?? null,
    kept: stage === 'undone' ? await desk.kept(work.id) : [],
    mayBeUndone: work.may('undone') && hasDone(work) && !isTooLate(work),
    ended: work.endedAt ? momentOf(work.endedAt, ctx.tenant!) : null,
  }
}

async function worksOf(work: BulkWork): Promise<Works> {
  return {
    work,
    rehearsal: work.isDraft ? await latestRehearsal(work) : null,
    undoing: work.isDraft ? null : await latestUndoing(work),
  }
}

/** The work that is under way now, or that failed. */
function presentShown(ctx: HttpContext, shown: BulkWork | null) {
  return {
    progress: shown?.isUnderWay ? presentProgress(ctx.i18n, shown) : null,
    isStuck: shown?.isStuck ?? false,
    failure: failureOf(ctx, shown),
  }
}

/** What the import did; before it has begun, what it would do. */
function presentCounts(ctx: HttpContext, { work, rehearsal }: Works, stage: Stage) {
  const counted = rehearsal ?? work
  return {
    counts: countsOf(ctx, counted, work.kind),
    newOnes: counted.counts.created ?? 0,
    problems: stage === 'checked' ? problemsOf(ctx, counted) : null,
    differences: stage === 'checked' ? differencesOf(ctx, counted) : [],
  }
}

function stageOf({ work, rehearsal, undoing }: Works): Stage {
  if (work.isDraft) return draftStage(work, rehearsal)
  if (work.isUnderWay) return 'running'
  if (undoing?.isUnderWay) return 'undoing'
  return work.state === 'undone' ? 'undone' : 'over'
}

/** A check of an earlier revision of the draft says nothing any more. */
function draftStage(work: BulkWork, rehearsal: BulkWork | null): Stage {
  if (!rehearsal || rehearsal.facts.revision !== work.facts.revision) return 'draft'
  if (rehearsal.isUnderWay) return 'checking'
  if (rehearsal.state === 'done') return 'checked'
  return rehearsal.state === 'failed' ? 'check_failed' : 'draft'
}

function shownWork({ work, rehearsal, undoing }: Works, stage: Stage): BulkWork | null {
  if (stage === 'undoing' || undoing?.state === 'failed') return undoing
  return work.isDraft ? rehearsal : work
}

function failureOf({ i18n }: HttpContext, work: BulkWork | null): string | null {
  return work?.state === 'failed' && work.error ? i18n.t(work.error.key, work.error.params) : null
}

function countsOf({ i18n }: HttpContext, work: BulkWork, words: string) {
  return DEEDS.filter((deed) => deed === 'created' || work.counts[deed]).map((deed) => ({
    label: i18n.t(`${words}.deeds.${deed}`),
    value: i18n.formatNumber(work.counts[deed] ?? 0),
  }))
}

function problemsOf(ctx: HttpContext, rehearsal: BulkWork) {
  const { problems, examples } = rehearsal.facts as unknown as RehearsalFacts
  return {
    count: Object.values(problems).reduce((sum, times) => sum + times, 0),
    examples: examples.map((problem) => ({
      line: problem.line,
      column: problem.column,
      ...saidProblem(ctx, problem),
    })),
  }
}

/** The first records that it would change, each with a line for every field. */
function differencesOf(ctx: HttpContext, { facts }: BulkWork) {
  const { differences = [] } = facts as unknown as RehearsalFacts
  return differences.map(({ changes, ...one }) => ({ ...one, text: saidChanges(ctx, changes) }))
}

function hasDone({ counts }: BulkWork): boolean {
  return (counts.created ?? 0) + (counts.updated ?? 0) > 0
}
