import type { HttpContext } from '@adonisjs/core/http'
import { dayMoment } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type DueListing, dueListings } from '../queries/due_listings.ts'

const SHORT = 6

/** Listings that need somebody today, and why. */
export async function dueListingsView(ctx: HttpContext) {
  const found = await dueListings(ctx.staff.actor, SHORT + 1)
  return {
    items: found.slice(0, SHORT).map((item) => dueView(ctx, item)),
    hasMore: found.length > SHORT,
  }
}

function dueView({ i18n, staff, tenant }: HttpContext, item: DueListing) {
  const at = item.due_on ? dayMoment(item.due_on, tenant as TenantSnapshot) : null
  return {
    id: item.id,
    title: item.title,
    reason: item.reason,
    why: i18n.t(`listings.due.${item.reason}`, { day: at?.said ?? '' }),
    exact: at?.exact ?? null,
    agent: item.owner_id === staff.actor.id ? null : item.agent_name,
    url: `/app/listings/${item.id}`,
    version: item.version,
  }
}
