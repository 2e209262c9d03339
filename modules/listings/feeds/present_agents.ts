import type { HttpContext } from '@adonisjs/core/http'
import { Member, staffForMenus } from '#app/members'
import type ListingFeed from '../models/listing_feed.ts'
import { assignable } from '../queries/colleagues.ts'
import { type FeedAgent, feedAgents } from './feed_agents.ts'
import { FEEDS_HOME } from './present_feed.ts'

const PAGE = 50

/** A page of the agents that a feed names, each with who that is here. */
export async function presentAgents(ctx: HttpContext, feed: ListingFeed) {
  const found = await feedAgents(feed, afterIn(ctx), PAGE + 1)
  const page = found.slice(0, PAGE)
  const known = await namesByEmail(page)
  const { colleagues } = await staffForMenus()
  return {
    feed,
    address: `${FEEDS_HOME}/${feed.id}`,
    agents: page.map(({ key, name, email, listings, member_id: memberId }) => ({
      ...{ key, listings, memberId },
      called: name ?? email ?? key,
      detail: [...new Set([key, email])].filter(Boolean).join(' · '),
      known: known.get(email?.toLowerCase() ?? '') ?? null,
    })),
    members: assignable(ctx.staff.actor, colleagues),
    next: found.length > PAGE ? page[PAGE - 1].key : null,
  }
}

function afterIn({ request }: HttpContext): string {
  const { after } = request.qs()
  return typeof after === 'string' ? after.replaceAll('\0', '').toWellFormed() : ''
}

/** Colleagues whom the feed's e-mail addresses name, nobody having to choose. */
async function namesByEmail(agents: FeedAgent[]): Promise<Map<string, string>> {
  const emails = agents.flatMap(({ email }) => email?.toLowerCase() ?? [])
  const members = await Member.query().whereIn('email', emails).where('state', 'active')
  return new Map(members.map(({ email, name }) => [email, name]))
}
