import type { HttpContext } from '@adonisjs/core/http'
import { type BulkWork, presentProgress } from '#app/bulk_works'
import { momentOf } from '#app/records'
import { isTooLate } from '../actions/undo_import.ts'
import { latestRehearsal, latestUndoing } from '../queries/import_works.ts'
import { keptContacts } from '../queries/kept_contacts.ts'
import type { ImportFacts } from './import_options.ts'
import { DEEDS } from './judgement.ts'
import { saidProblem } from './present_preview.ts'
import type { RehearsalFacts } from './rehearsal_steps.ts'

type Stage =
  'draft' | 'checking' | 'check_failed' | 'checked' | 'running' | 'over' | 'undoing' | 'undone'

interface Works {
  work: BulkWork
  rehearsal: BulkWork | null
  undoing: BulkWork | null
}

/** Where an import stands, and all that its page shows of it. */
export async function presentImport(ctx: HttpContext, work: BulkWork) {
  const works = await worksOf(work)
  const stage = stageOf(works)
  const { fileName } = work.facts as unknown as ImportFacts
  return {
    work,
    stage,
    fileName,
    address: `/app/contacts/imports/${work.id}`,
    ...presentShown(ctx, shownWork(works, stage)),
    ...presentCounts(ctx, works, stage),
    undone: works.undoing?.counts ?? null,
    kept: stage === 'undone' ? await keptContacts(work.id) : [],
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
    counts: countsOf(ctx, counted),
    newOnes: counted.counts.created ?? 0,
    problems: stage === 'checked' ? problemsOf(ctx, counted) : null,
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

function countsOf({ i18n }: HttpContext, work: BulkWork) {
  return DEEDS.filter((deed) => deed === 'created' || work.counts[deed]).map((deed) => ({
    label: i18n.t(`contacts.import.deeds.${deed}`),
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

function hasDone({ counts }: BulkWork): boolean {
  return (counts.created ?? 0) + (counts.updated ?? 0) > 0
}
