import type { HttpContext } from '@adonisjs/core/http'
import { listingPath } from '../../presenters/site/site_links.ts'
import { siteAddress } from '../../presenters/site/site_page.ts'
import { sitemapRows } from '../../queries/site/sitemap_rows.ts'

const PAGES = ['/', '/listings', '/listings?deal_type=sale', '/listings?deal_type=rent', '/agents']

/** Every public page of the agency, for search engines. */
export default class SitemapsController {
  async show(ctx: HttpContext) {
    const pages = PAGES.map((path) => ({ path, changed: null as string | null }))
    const listings = (await sitemapRows()).map((row) => ({
      path: listingPath(row),
      changed: row.updated_at.toISOString(),
    }))
    ctx.response.header('content-type', 'application/xml; charset=utf-8')
    return ctx.view.render('listings::pages/site/sitemap', {
      entries: [...pages, ...listings].map(({ path, changed }) => ({
        url: siteAddress(ctx, path),
        changed,
      })),
    })
  }
}
