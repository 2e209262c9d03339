import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { DateTime } from 'luxon'
import { inMarket } from '#app/records'
import { Forbidden } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { actInBulk } from '../actions/act_in_bulk.ts'
import { requestBulkAct } from '../actions/request_bulk_act.ts'
import { AT_ONCE, type BulkChoice, type BulkDeed, permissionOf } from '../bulk/bulk_deed.ts'
import { noticeOf } from '../bulk/bulk_notice.ts'
import { bulkActInReach } from '../bulk/in_reach.ts'
import { presentBulkAct } from '../bulk/present_bulk_act.ts'
import { colleagues } from '#app/members'
import { assignable } from '../queries/colleagues.ts'
import { chosenCount, chosenIds } from '../queries/chosen_listings.ts'
import { bulkValidator } from '../validators/bulk.ts'

/** One act on many listings: at once where they are few, in the background where they are many. */
export default class BulkActsController {
  async store(ctx: HttpContext) {
    const { actor } = ctx.staff
    if (!actor.can('listings.update')) throw new Forbidden('listings.update')
    const { deed, choice } = split(await ctx.request.validateUsing(bulkValidator, inMarket(ctx)))
    const permission = permissionOf[deed.act]
    if (!actor.can(permission)) throw new Forbidden(permission)
    if (!(await this.#isPossible(ctx, deed)))
      return refuse(ctx, { status: 422, key: 'listings.refused.not_assignable' })

    const count = await chosenCount({ actor, choice, permission })
    if (count === 0) return refuse(ctx, { status: 422, key: 'listings.bulk.none' })
    return count > AT_ONCE
      ? this.#later(ctx, { deed, choice, count })
      : this.#now(ctx, { deed, choice })
  }

  async show(ctx: HttpContext) {
    const shown = presentBulkAct(ctx, await bulkActInReach(ctx))
    const view = ctx.request.wantsFragment() ? 'partials/bulk_act' : 'pages/bulk_acts/show'
    return ctx.view.render(`listings::${view}`, shown)
  }

  async #now(ctx: HttpContext, { deed, choice }: { deed: BulkDeed; choice: BulkChoice }) {
    const { actor } = ctx.staff
    const permission = permissionOf[deed.act]
    const ids = await chosenIds({ actor, choice, permission }, { limit: AT_ONCE })
    await actInBulk(ids, deed)
    ctx.session.flash('notice', await noticeOf(deed, ids.length))
    return ctx.response.redirect().toPath(`/app/listings${choice.query ? `?${choice.query}` : ''}`)
  }

  async #later(
    { response }: HttpContext,
    { deed, choice, count }: { deed: BulkDeed; choice: BulkChoice; count: number }
  ) {
    const work = await requestBulkAct({ deed, choice }, count)
    return response.redirect().toPath(`/app/listings/bulk-acts/${work.id}`)
  }

  async #isPossible({ staff }: HttpContext, { act, ownerId }: BulkDeed): Promise<boolean> {
    if (act !== 'assign') return true
    return assignable(staff.actor, await colleagues()).some(({ id }) => id === ownerId)
  }
}

function split({ act, ownerId, tags, ...choice }: Infer<typeof bulkValidator>) {
  return { deed: { act, ownerId, tags, batch: DateTime.utc().toISO() }, choice }
}
