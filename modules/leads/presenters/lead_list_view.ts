import type { HttpContext } from '@adonisjs/core/http'
import { initialsOf, staffForMenus } from '#app/members'
import { customColumns } from '#app/records'
import { savedViews } from '#app/saved_views'
import { isUuid } from '#kernel/tenancy/names'
import { lostReasons } from '../lead_words.ts'
import { asSeenBy } from '../details/seeing.ts'
import { assignable } from '../queries/assignable.ts'
import { type LeadRow, leadList, listRequest } from '../queries/lead_list.ts'
import { leadSubject } from '../subject.ts'
import { filterChips } from './filter_chips.ts'
import { cellReader, chosenColumns, columnHeads, rememberColumns } from './list_columns.ts'

/** Everything that the list's page and partial show. */
export async function leadListView(ctx: HttpContext) {
  const { actor } = ctx.staff
  const request = listRequest(ctx.request.qs(), actor)
  const page = await leadList(actor, request)
  const seen = await asSeenBy(actor, page.rows)
  const { cells, ...columns } = await columnsOf(ctx)
  const chips = await filterChips(ctx, request)
  return {
    page,
    /** Nothing here does not mean that there is nothing at all. */
    isPart: chips.length > 0 || request.filters.q !== undefined || request.place.cursor !== null,
    rows: seen.map((row) => ({ ...rowView(row), cells: cells(row) })),
    ...columns,
    sort: { by: request.place.by, down: request.place.down },
    deleted: request.deleted,
    view: viewOf(ctx),
    q: request.filters.q ?? '',
    chips,
    acts: await bulkActs(ctx, request.deleted),
    saved: await savedViews(ctx, leadSubject),
    panel: panelAddress(ctx),
  }
}

async function columnsOf(ctx: HttpContext) {
  const own = await customColumns(ctx, leadSubject.type)
  const chosen = chosenColumns(ctx, own)
  rememberColumns(ctx, chosen)
  const columns = columnHeads(ctx, chosen, own)
  return {
    columns,
    shown: columns.filter(({ shown }) => shown),
    cells: cellReader(ctx, chosen, own),
  }
}

/** What is deleted has no page: it can only be brought back. */
function rowView({ id, name, deleted_at: deletedAt }: LeadRow) {
  const links = deletedAt
    ? { href: '/app/leads?status=deleted', panel: null }
    : { href: `/app/leads/${id}`, panel: `/app/leads/${id}?as=panel` }
  return { id, name, initials: initialsOf(name), ...links }
}

/** Which of the ready-made views the address is. */
function viewOf({ request }: HttpContext): string | null {
  const { owner, answered, status } = request.qs()
  if (owner === 'me') return 'mine'
  if (owner === 'none') return 'unassigned'
  if (answered === 'no') return 'unanswered'
  return status === undefined ? 'all' : null
}

/** What may be done with many at once. */
async function bulkActs({ staff: { actor } }: HttpContext, deleted: boolean) {
  if (deleted) return { restore: true }
  const mayUpdate = actor.can('leads.update')
  return {
    owners: actor.can('leads.assign') ? assignable(actor, (await staffForMenus()).colleagues) : [],
    tag: mayUpdate,
    lost: mayUpdate ? lostReasons : [],
    delete: actor.can('leads.delete'),
  }
}

/** The side panel that the address says is open. */
function panelAddress({ request }: HttpContext): string | null {
  const { open } = request.qs()
  return isUuid(open) ? `/app/leads/${open}?as=panel` : null
}
