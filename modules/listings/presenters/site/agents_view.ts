import type { HttpContext } from '@adonisjs/core/http'
import { initialsOf } from '#app/members'
import { publicAgents } from '../../queries/site/public_agents.ts'
import { listPath } from './site_links.ts'
import { sitePage } from './site_page.ts'

/** Those who look after what is on the site. */
export async function agentsView(ctx: HttpContext) {
  const { i18n, tenant } = ctx
  const agents = await publicAgents()
  return {
    page: sitePage(ctx, {
      title: i18n.t('listings.site.agents.title'),
      description: i18n.t('listings.site.agents.description', { agency: tenant!.name }),
      path: '/agents',
    }),
    agents: agents.map(({ id, name, count }) => ({
      name,
      initials: initialsOf(name),
      count: i18n.t('listings.site.results.count', { count: Number(count) }),
      url: listPath({ agent: id }),
    })),
  }
}
