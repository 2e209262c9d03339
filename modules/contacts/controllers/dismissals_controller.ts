import type { HttpContext } from '@adonisjs/core/http'
import { toastOf } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import { dismissPair, reopenPair } from '../actions/dismiss_pair.ts'
import type ContactPair from '../models/contact_pair.ts'
import ContactPolicy from '../policies/contact_policy.ts'
import { duplicatesView } from '../presenters/duplicates_view.ts'
import { pairInReach } from '../queries/likely_pairs.ts'

/** Two contacts that look alike are different people; or perhaps not. */
export default class DismissalsController {
  async store(ctx: HttpContext) {
    const pair = await this.#pair(ctx)
    await dismissPair(pair.firstId, pair.secondId)
    const undo = `/app/contacts/duplicates/${pair.id}/dismissal?_method=DELETE`
    return this.#answer(ctx, { key: 'contacts.duplicates.dismissed', undo })
  }

  async destroy(ctx: HttpContext) {
    const pair = await this.#pair(ctx)
    await reopenPair(pair.id)
    return this.#answer(ctx, { key: 'contacts.duplicates.reopened' })
  }

  async #pair({ bouncer, params, staff }: HttpContext): Promise<ContactPair> {
    await bouncer.with(ContactPolicy).authorize('mergeAny')
    const pair = isUuid(params.pair_id) ? await pairInReach(staff.actor, params.pair_id) : null
    if (!pair) throw new NotHere()
    return pair
  }

  async #answer(ctx: HttpContext, notice: { key: string; undo?: string }) {
    if (ctx.request.wantsFragment()) {
      const duplicates = await duplicatesView(ctx)
      const toast = toastOf(ctx, notice)
      return ctx.view.render('contacts::partials/duplicates', { duplicates, toast })
    }
    ctx.session.flash('notice', notice)
    return ctx.response.redirect().toPath('/app/contacts/duplicates')
  }
}
