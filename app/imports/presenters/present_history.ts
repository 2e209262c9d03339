import type { HttpContext } from '@adonisjs/core/http'
import { BulkWork } from '#app/bulk_works'
import { Member } from '#app/members'
import { momentOf } from '#app/records'
import { isUuid } from '#kernel/tenancy/names'
import { draftFacts } from '../draft_facts.ts'
import { type ImportDesk, homeOf } from '../import_desk.ts'

const PAGE = 25

/** A page of the imports that this person may see, newest first. */
export async function presentHistory(ctx: HttpContext, desk: ImportDesk) {
  const { name: kind } = desk.lists
  const home = homeOf(desk)
  const { before } = ctx.request.qs()
  const query = BulkWork.reachableBy(ctx.staff.actor, kind)
    .where('kind', kind)
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (isUuid(before)) query.where('id', '<', before)
  const found = await query
  const works = found.slice(0, PAGE)
  const names = await namesOf(works)
  return {
    words: kind,
    home,
    imports: works.map((work) => ({
      ...lineOf(ctx, work, names),
      href: `${home}/${work.id}`,
    })),
    next: found.length > PAGE ? works[PAGE - 1].id : null,
  }
}

function lineOf(ctx: HttpContext, work: BulkWork, names: Map<string, string>) {
  return {
    id: work.id,
    fileName: draftFacts(work).fileName,
    state: work.state,
    said: ctx.i18n.t(`bulk_works.states.${work.state}`),
    by: names.get(work.ownerId ?? '') ?? null,
    at: momentOf(work.createdAt, ctx.tenant!),
    created: work.counts.created ?? 0,
    updated: work.counts.updated ?? 0,
    refused: work.counts.refused ?? 0,
  }
}

async function namesOf(works: BulkWork[]): Promise<Map<string, string>> {
  const ids = [...new Set(works.flatMap(({ ownerId }) => ownerId ?? []))]
  const members = await Member.query().whereIn('id', ids)
  return new Map(members.map(({ id, name }) => [id, name]))
}
