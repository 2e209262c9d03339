import type { HttpContext } from '@adonisjs/core/http'
import { originOf } from '#app/identity'

interface PageFacts {
  title: string | null
  description: string
  /** Path of the page, as search engines should know it. */
  path: string
  /** Search engines follow its links, but do not keep it. */
  unlisted?: boolean
  kind?: 'website' | 'article'
  /** Address of a picture for those who share the page. */
  image?: string | null
}

/** What every page of the site says of itself and shows around its content. */
export function sitePage(ctx: HttpContext, { path, ...facts }: PageFacts) {
  const { i18n, request } = ctx
  const here = request.url()
  const { deal_type: deal } = request.qs()
  const isOf = (kind: string) => here === '/listings' && deal === kind
  const link = (key: string, url: string, current: boolean) => ({
    text: i18n.t(`listings.site.nav.${key}`),
    url,
    current,
  })
  return {
    ...facts,
    canonical: siteAddress(ctx, path),
    links: [
      link('sale', '/listings?deal_type=sale', isOf('sale')),
      link('rent', '/listings?deal_type=rent', isOf('rent')),
      link('agents', '/agents', here === '/agents'),
    ],
  }
}

/** The whole address of a page on the agency's own host, whichever host was asked. */
export function siteAddress(ctx: HttpContext, path: string): string {
  return `${originOf(ctx, ctx.tenant!.host)}${path}`
}
