import type { HttpContext } from '@adonisjs/core/http'
import { type BulkWork, presentProgress } from '#app/bulk_works'
import { Member } from '#app/members'
import { momentOf } from '#app/records'
import { fileAddress } from '#kernel/files/file_address'
import { isUuid } from '#kernel/tenancy/names'
import { exportsFor } from './in_reach.ts'
import type { SheetFacts, SheetPlan } from './sheets/sheet_plan.ts'

const PAGE = 25
/** Seconds for which the address of a file is good; looking again makes a new one. */
const LIFE = 600

/** Where the exports of a module stand: `/app/contacts/exports`. */
export function homeOf({ module }: SheetPlan): string {
  return `/app/${module}/exports`
}

/** A page of the exports that this person may fetch, newest first. */
export async function presentExports(ctx: HttpContext, plan: SheetPlan) {
  const { before } = ctx.request.qs()
  const query = exportsFor(ctx, plan)
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (isUuid(before)) query.where('id', '<', before)
  const found = await query
  const works = found.slice(0, PAGE)
  const members = await Member.query().whereIn('id', ownersOf(works))
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return {
    module: plan.module,
    exports: works.map((work) => ({
      ...presentLine(ctx, plan, work),
      by: names.get(work.ownerId ?? '') ?? null,
    })),
    next: found.length > PAGE ? works[PAGE - 1].id : null,
  }
}

/** Where an export stands, and where its file is. */
export function presentExport(ctx: HttpContext, plan: SheetPlan, work: BulkWork) {
  return {
    module: plan.module,
    ...presentLine(ctx, plan, work),
    work,
    isStuck: work.isStuck,
    progress: work.isUnderWay ? presentProgress(ctx.i18n, work) : null,
    failure: work.error ? ctx.i18n.t(work.error.key, work.error.params) : null,
    file: work.state === 'done' && work.answerFileId ? fileAddress(work.answerFileId, LIFE) : null,
  }
}

function presentLine(ctx: HttpContext, plan: SheetPlan, work: BulkWork) {
  return {
    id: work.id,
    address: `${homeOf(plan)}/${work.id}`,
    fileName: (work.facts as unknown as SheetFacts).fileName,
    state: work.state,
    said: ctx.i18n.t(`bulk_works.states.${work.state}`),
    rows: work.rowsTotal ?? 0,
    at: momentOf(work.createdAt, ctx.tenant!),
  }
}

function ownersOf(works: BulkWork[]): string[] {
  return [...new Set(works.flatMap(({ ownerId }) => ownerId ?? []))]
}
