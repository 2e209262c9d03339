import type { HttpContext } from '@adonisjs/core/http'
import { initialsOf } from '#app/members'
import { dayMoment } from '#app/records'
import { today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { TodayContext } from '#kernel/today/today_provider'
import type { Channel } from '../contact_words.ts'
import { type FollowUp, followUps } from '../queries/follow_ups.ts'
import { waysTo } from './ways.ts'

const MOST = 200

/** What to do today, or within the next days: who, why, and the way to them. */
export async function followUpsView(ctx: HttpContext) {
  const { whose, when } = ctx.request.qs()
  const wish = { mine: whose === 'mine', ahead: when === 'week' ? 7 : 0, limit: MOST }
  const found = await followUps(ctx.staff.actor, wish)
  return {
    items: found.map((item) => followUpView(ctx, item)),
    mine: wish.mine,
    week: wish.ahead > 0,
  }
}

export function followUpView(ctx: TodayContext, item: FollowUp) {
  const { actor } = ctx.staff
  const tenant = ctx.tenant as TenantSnapshot
  const url = `/app/contacts/${item.id}`
  return {
    id: item.entry_id,
    name: item.name,
    initials: initialsOf(item.name),
    why: item.next_action,
    details: item.details,
    at: dayMoment(item.next_action_on, tenant),
    isLate: item.next_action_on < today(tenant.timeZone),
    owner: item.owner_id === actor.id ? null : item.owner_name,
    url,
    ...settlingOf(ctx, item),
    ways: waysTo(ctx, {
      id: item.id,
      primaryPhone: item.primary_phone,
      primaryEmail: item.primary_email,
      refuses: (channel: Channel) => item.consent[channel]?.state === 'refused',
    }),
  }
}

/** Where a post says that it is done, and where one puts it off, for those who may. */
function settlingOf({ staff }: TodayContext, item: FollowUp) {
  const record = { ownerId: item.owner_id, teamId: item.team_id }
  if (!staff.actor.reaches('contacts.update', record)) return {}
  const entry = `/app/contacts/${item.id}/entries/${item.entry_id}`
  return { done: `${entry}/completion`, later: `${entry}/postponement` }
}
