import type { HttpContext } from '@adonisjs/core/http'
import { customColumns } from '#app/records'
import { savedViews } from '#app/saved_views'
import { isUuid } from '#kernel/tenancy/names'
import { staffForMenus } from '#app/members'
import { assignable } from '../queries/colleagues.ts'
import {
  type ListRequest,
  type ListingPage,
  type ListingRow,
  listRequest,
  listingList,
} from '../queries/listing_list.ts'
import { inOneText } from '../queries/filter_text.ts'
import { coversOf } from '../queries/media_of.ts'
import { listingSubject } from '../subject.ts'
import { filterChips } from './filter_chips.ts'
import {
  cellReader,
  chosenColumns,
  columnHeads,
  rememberColumns,
  rowPrice,
} from './list_columns.ts'
import { mapView } from './map_view.ts'
import { rowFacts } from './row_facts.ts'
import { searchBox } from './search_box.ts'
import { statusTones } from './status_tones.ts'

/** Everything that the list's page and partial show, as a table, as cards or on a map. */
export async function listingListView(ctx: HttpContext) {
  const searching = await searchBox(ctx)
  const request = await listRequest(ctx.request.qs(), ctx.staff.actor)
  const page = await listingList(ctx.staff.actor, request)
  const { cells, ...columns } = await columnsOf(ctx)
  const chips = await filterChips(ctx, request)
  const { isGallery, map } = await lookOf(ctx, request, page)
  return {
    page,
    isPart: chips.length > 0 || isPart(request),
    isGallery,
    map,
    rows: await rowsOf(ctx, page.rows, { cells, isGallery }),
    ...columns,
    sort: { by: request.place.by, down: request.place.down },
    views: viewsOf(ctx),
    deleted: request.deleted,
    searching,
    saveUrl: `/app/listings/searches/create?${searchAddress(ctx)}`,
    chips,
    acts: await bulkActs(ctx, request.deleted),
    saved: await savedViews(ctx, listingSubject),
    panel: panelAddress(ctx),
  }
}

/** Nothing here does not mean that there is nothing at all. */
function isPart({ filters, place }: ListRequest): boolean {
  return filters.q !== undefined || filters.box !== undefined || place.cursor !== null
}

/** A table, cards, or a map with the cards beside it. */
async function lookOf(ctx: HttpContext, request: ListRequest, page: ListingPage) {
  const { view } = ctx.request.qs()
  if (view !== 'map') return { isGallery: view === 'gallery', map: null }
  return { isGallery: true, map: await mapView(ctx, request, page.total) }
}

async function rowsOf(
  ctx: HttpContext,
  rows: ListingRow[],
  { cells, isGallery }: { cells: ReturnType<typeof cellReader>; isGallery: boolean }
) {
  const covers = isGallery ? await coversOf(rows.map(({ id }) => id)) : null
  return rows.map((row) => ({
    ...rowView(ctx, row, cells),
    cover: covers?.get(row.id),
  }))
}

async function columnsOf(ctx: HttpContext) {
  const own = await customColumns(ctx, listingSubject.type)
  const chosen = chosenColumns(ctx, own)
  rememberColumns(ctx, chosen)
  const columns = columnHeads(ctx, chosen, own)
  return {
    columns,
    shown: columns.filter(({ shown }) => shown),
    cells: cellReader(ctx, chosen, own),
  }
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
    place: [...new Set([row.locality, row.city])].filter(Boolean).join(', '),
    facts: rowFacts(ctx, row),
    status: {
      text: ctx.i18n.t(`listings.statuses.${row.status}`),
      tone: statusTones[row.status],
    },
  }
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
    view('all', '?start=all', !status && !agent && !stale),
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
