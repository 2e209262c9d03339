import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#kernel/tenancy/names'
import { staffForMenus } from '#app/members'
import { assignable } from '../queries/colleagues.ts'
import { type ListingRow, listRequest, listingList } from '../queries/listing_list.ts'
import { inOneText } from '../queries/listing_filters.ts'
import { filterChips } from './filter_chips.ts'
import {
  cellReader,
  chosenColumns,
  columnHeads,
  rememberColumns,
  rowPrice,
} from './list_columns.ts'
import { searchBox } from './search_box.ts'
import { statusTones } from './status_tones.ts'
import { writtenArea } from './written.ts'

/** Everything that the list's page and partial show, as a table or as cards. */
export async function listingListView(ctx: HttpContext) {
  const searching = await searchBox(ctx)
  const request = listRequest(ctx.request.qs(), ctx.staff.actor)
  const page = await listingList(ctx.staff.actor, request)
  const { chosen, columns } = columnsOf(ctx)
  const chips = await filterChips(ctx, request)
  const isGallery = ctx.request.qs().view === 'gallery'
  return {
    page,
    /** Nothing here does not mean that there is nothing at all. */
    isPart: chips.length > 0 || request.filters.q !== undefined || request.place.cursor !== null,
    isGallery,
    rows: page.rows.map((row) => rowView(ctx, row, cellReader(ctx, chosen))),
    columns,
    shown: columns.filter(({ shown }) => shown),
    sort: { by: request.place.by, down: request.place.down },
    views: viewsOf(ctx),
    deleted: request.deleted,
    searching,
    saveUrl: `/app/listings/searches/create?${searchAddress(ctx)}`,
    chips,
    acts: await bulkActs(ctx, request.deleted),
    panel: panelAddress(ctx),
  }
}

function columnsOf(ctx: HttpContext) {
  const chosen = chosenColumns(ctx)
  rememberColumns(ctx, chosen)
  return { chosen, columns: columnHeads(ctx, chosen) }
}

/** What is asked of the list, for whoever keeps it. */
function searchAddress({ request }: HttpContext): string {
  const asked = Object.entries(request.qs()).map(([name, value]) => [name, inOneText(value)])
  return new URLSearchParams(
    asked.filter(([, value]) => typeof value === 'string') as string[][]
  ).toString()
}

function rowView(ctx: HttpContext, row: ListingRow, cells: ReturnType<typeof cellReader>) {
  return {
    id: row.id,
    title: row.title,
    ...linksOf(row),
    cells: cells(row),
    reference: row.reference,
    price: rowPrice(ctx, row),
    place: [row.locality, row.city].filter(Boolean).join(', '),
    facts: factsOf(ctx, row),
    status: {
      text: ctx.i18n.t(`listings.statuses.${row.status}`),
      tone: statusTones[row.status],
    },
  }
}

/** What a card says below its picture. */
function factsOf(ctx: HttpContext, row: ListingRow): string[] {
  const { i18n } = ctx
  return [
    i18n.t(`listings.types.${row.type}`),
    row.beds === null ? null : i18n.t('listings.short.beds', { count: row.beds }),
    row.baths === null ? null : i18n.t('listings.short.baths', { count: row.baths }),
    writtenArea(ctx, row.size_value, row.size_unit) ??
      writtenArea(ctx, row.plot_value, row.plot_unit),
  ].filter((fact) => fact !== null)
}

/** What is deleted has no page: it can only be brought back. */
function linksOf({ id, deleted_at: deletedAt }: ListingRow) {
  if (deletedAt) return { href: '/app/listings?status=deleted', panel: null }
  return { href: `/app/listings/${id}`, panel: `/app/listings/${id}?as=panel` }
}

/** The questions that are asked every day, one tap away. */
function viewsOf({ i18n, request, staff }: HttpContext) {
  const { status, agent, stale } = request.qs()
  const view = (key: string, query: string, current: boolean) => ({
    text: i18n.t(`listings.views.${key}`),
    url: `/app/listings${query}`,
    current,
  })
  const of = (wanted: string) => view(wanted, `?status=${wanted}`, status === wanted)
  return [
    view('all', '', !status && !agent && !stale),
    view('mine', '?agent=me', agent === 'me' && !status),
    ...['active', 'under_offer', 'draft', 'pending_review', 'expired', 'closed'].map(of),
    view('stale', '?stale=yes', stale === 'yes'),
    ...(staff.actor.can('listings.delete') ? [of('deleted')] : []),
  ]
}

/** What may be done with many at once. */
async function bulkActs({ staff: { actor } }: HttpContext, deleted: boolean) {
  if (deleted) return { restore: true }
  const agents = actor.can('listings.assign')
    ? assignable(actor, (await staffForMenus()).colleagues)
    : []
  return {
    agents,
    update: actor.can('listings.update'),
    delete: actor.can('listings.delete'),
  }
}

/** The side panel that the address says is open. */
function panelAddress({ request }: HttpContext): string | null {
  const { open } = request.qs()
  return isUuid(open) ? `/app/listings/${open}?as=panel` : null
}
