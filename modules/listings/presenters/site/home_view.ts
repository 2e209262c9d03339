import type { HttpContext } from '@adonisjs/core/http'
import { busiestAreas, countsByDeal } from '../../queries/site/areas.ts'
import { newestListings } from '../../queries/site/public_listings.ts'
import { cardViews } from './card_view.ts'
import { listPath } from './site_links.ts'
import { sitePage } from './site_page.ts'

const NEWEST = 6
const AREAS = 12

/** The agency's first page. */
export async function homeView(ctx: HttpContext) {
  const { i18n, tenant } = ctx
  const counts = await countsByDeal()
  const areas = await busiestAreas(AREAS)
  const total = counts.sale + counts.rent
  const agency = tenant!.name
  return {
    page: sitePage(ctx, {
      title: null,
      description: i18n.t('listings.site.home.description', { agency, count: total }),
      path: '/',
      kind: 'website',
    }),
    total,
    counts,
    cards: await cardViews(ctx, await newestListings(NEWEST)),
    areas: areas.map(({ name, count }) => ({
      name,
      count: i18n.t('listings.site.results.count', { count: Number(count) }),
      url: listPath({ localities: name }),
    })),
    example: i18n.t(`listings.site.home.examples.${tenant!.market}`),
  }
}
