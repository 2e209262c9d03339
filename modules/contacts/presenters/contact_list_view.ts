import type { HttpContext } from '@adonisjs/core/http'
import { initialsOf, staffForMenus } from '#app/members'
import { customColumns } from '#app/records'
import { savedViews } from '#app/saved_views'
import { isUuid } from '#kernel/tenancy/names'
import { assignable } from '../queries/colleagues.ts'
import { type ListRow, contactList, listRequest } from '../queries/contact_list.ts'
import { contactSubject } from '../subject.ts'
import { filterChips } from './filter_chips.ts'
import { cellReader, chosenColumns, columnHeads, rememberColumns } from './list_columns.ts'

/** Everything that the list's page and partial show. */
export async function contactListView(ctx: HttpContext) {
  const { actor } = ctx.staff
  const request = listRequest(ctx.request.qs(), actor)
  const page = await contactList(actor, request)
  const own = await customColumns(ctx, contactSubject.type)
  const chosen = chosenColumns(ctx, own)
  rememberColumns(ctx, chosen)
  const columns = columnHeads(ctx, chosen, own)
  const chips = await filterChips(ctx, request)
  return {
    page,
    /** Nothing here does not mean that there is nothing at all. */
    isPart: chips.length > 0 || request.filters.q !== undefined || request.place.cursor !== null,
    rows: rowViews(page.rows, cellReader(ctx, chosen, own)),
    columns,
    shown: columns.filter(({ shown }) => shown),
    sort: { by: request.place.by, down: request.place.down },
    status: request.status,
    q: request.filters.q ?? '',
    chips,
    acts: await bulkActs(ctx, request.status),
    saved: await savedViews(ctx, contactSubject),
    panel: panelAddress(ctx),
  }
}

function rowViews(rows: ListRow[], cells: ReturnType<typeof cellReader>) {
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    initials: initialsOf(row.name),
    ...linksOf(row),
    cells: cells(row),
  }))
}

/** What is deleted has no page: it can only be brought back. */
function linksOf({ id, deleted_at: deletedAt }: ListRow) {
  if (deletedAt) return { href: '/app/contacts?status=deleted', panel: null }
  return { href: `/app/contacts/${id}`, panel: `/app/contacts/${id}?as=panel` }
}

/** What may be done with many at once. */
async function bulkActs({ staff: { actor } }: HttpContext, status: string) {
  if (status === 'deleted') return { restore: true }
  const owners = actor.can('contacts.assign')
    ? assignable(actor, (await staffForMenus()).colleagues)
    : []
  return {
    owners,
    tag: actor.can('contacts.update'),
    archive: actor.can('contacts.update') && status === 'active',
    unarchive: actor.can('contacts.update') && status === 'archived',
    delete: actor.can('contacts.delete'),
  }
}

/** The side panel that the address says is open. */
function panelAddress({ request }: HttpContext): string | null {
  const { open } = request.qs()
  return isUuid(open) ? `/app/contacts/${open}?as=panel` : null
}
