import type { HttpContext } from '@adonisjs/core/http'
import { busiestAreas } from '../../queries/site/areas.ts'
import type { ListingFilters } from '../../queries/listing_filters.ts'
import { countWanted, siteList, siteRequest } from '../../queries/site/public_listings.ts'
import { cardViews } from './card_view.ts'
import { type SiteFilter, siteFilters } from './site_filters.ts'
import { listPath } from './site_links.ts'
import { sitePage } from './site_page.ts'

const AREAS = 24
const SORTS = ['-created', 'price', '-price', '-size']
/** So many ways out are enough. */
const MOST_ADVICE = 6

/** What was found for the address of the list. */
export async function resultsView(ctx: HttpContext) {
  const request = await siteRequest(ctx.request.qs())
  const page = await siteList(request)
  const filters = await siteFilters(ctx, request.filters, await busiestAreas(AREAS))
  const chips = filters.filter(({ value }) => value !== undefined)
  const title = titleOf(ctx, chips)
  return {
    page: sitePage(ctx, {
      title,
      description: ctx.i18n.t('listings.site.results.description', facts(ctx, page.total, title)),
      path: pathOf(chips, request.filters),
      unlisted: chips.length > 1 || request.place.cursor !== null,
    }),
    found: page,
    title,
    count: ctx.i18n.t('listings.site.results.count', { count: page.total }),
    cards: await cardViews(ctx, page.rows),
    filters,
    chips,
    sorts: sortsOf(ctx),
    advice: page.rows.length === 0 ? await adviceFor(ctx, chips, request.filters) : [],
  }
}

function facts({ tenant }: HttpContext, count: number, title: string) {
  return { agency: tenant!.name, count, title }
}

/** "For sale · House · Ballard". */
function titleOf({ i18n }: HttpContext, chips: SiteFilter[]): string {
  const telling = ['deal_type', 'types', 'localities', 'city']
  const words = chips.filter(({ key }) => telling.includes(key)).map(({ text }) => text)
  return words.length > 0 ? words.join(' · ') : i18n.t('listings.site.results.title')
}

function pathOf(chips: SiteFilter[], filters: ListingFilters): string {
  const keys = chips.flatMap((chip) => chip.keys)
  return listPath(Object.fromEntries(keys.map((key) => [key, filters[key]])))
}

function sortsOf({ i18n, request }: HttpContext) {
  const { sort } = request.qs()
  const now = SORTS.includes(sort) ? sort : SORTS[0]
  return SORTS.map((value) => ({
    value,
    text: i18n.t(`listings.site.sorts.${value}`),
    current: value === now,
  }))
}

/** Nothing matches: which chip to drop, and how many there would be then; the best way first. */
async function adviceFor(ctx: HttpContext, chips: SiteFilter[], filters: ListingFilters) {
  const ways = []
  for (const { keys, label, text } of chips.slice(0, MOST_ADVICE)) {
    const without = Object.fromEntries(keys.map((key) => [key, undefined]))
    const count = await countWanted({ ...filters, ...without })
    if (count > 0) ways.push({ keys, count, words: `${label}: ${text}` })
  }
  return ways
    .sort((one, other) => other.count - one.count)
    .map(({ keys, ...way }) => ({ keys, text: ctx.i18n.t('listings.site.results.drop', way) }))
}
