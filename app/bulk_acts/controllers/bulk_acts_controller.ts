import type { HttpContext } from '@adonisjs/core/http'
import { assignableBy, colleagues } from '#app/members'
import { Forbidden } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { AT_ONCE, type BulkDeed, type BulkDesk, type BulkOrder, homeOf } from '../bulk_desk.ts'
import { noticeOf } from '../bulk_notice.ts'
import { chosenCount, chosenIds } from '../chosen.ts'
import { bulkActInReach } from '../in_reach.ts'
import { presentBulkAct } from '../present_bulk_act.ts'
import { requestBulkAct } from '../request_bulk_act.ts'

/** One act on many records: at once where they are few, in the background where they are many. */
export default class BulkActsController {
  constructor(private readonly desk: BulkDesk) {}

  async store(ctx: HttpContext) {
    const { actor } = ctx.staff
    const { module, permissions } = this.desk
    if (!actor.can(`${module}.update`)) throw new Forbidden(`${module}.update`)
    const order = await this.desk.asked(ctx)
    const permission = permissions[order.deed.act]
    if (!actor.can(permission)) throw new Forbidden(permission)
    if (!(await this.#isPossible(ctx, order.deed)))
      return refuse(ctx, { status: 422, key: `${module}.refused.not_assignable` })

    const count = await chosenCount(this.desk, { actor, order })
    if (count === 0) return refuse(ctx, { status: 422, key: `${module}.bulk.none` })
    return count > AT_ONCE ? this.#later(ctx, order, count) : this.#now(ctx, order)
  }

  async show(ctx: HttpContext) {
    const shown = presentBulkAct(ctx, this.desk, await bulkActInReach(ctx, this.desk))
    const view = ctx.request.wantsFragment() ? 'partials/state' : 'show'
    return ctx.view.render(`pages/bulk_acts/${view}`, shown)
  }

  async #now({ response, session, staff }: HttpContext, order: BulkOrder) {
    const { deed, choice } = order
    const ids = await chosenIds(this.desk, { actor: staff.actor, order, limit: AT_ONCE })
    await this.desk.act(ids, deed)
    session.flash('notice', await noticeOf(this.desk, deed, ids.length))
    const query = choice.query ? `?${choice.query}` : ''
    return response.redirect().toPath(`/app/${this.desk.module}${query}`)
  }

  async #later({ response }: HttpContext, order: BulkOrder, count: number) {
    const work = await requestBulkAct(this.desk.module, order, count)
    return response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
  }

  async #isPossible({ staff }: HttpContext, { act, ownerId }: BulkDeed): Promise<boolean> {
    if (act !== 'assign') return true
    const within = assignableBy(staff.actor, this.desk.permissions.assign, await colleagues())
    return within.some(({ id }) => id === ownerId)
  }
}
