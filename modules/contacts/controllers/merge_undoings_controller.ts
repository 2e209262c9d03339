import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { UnmergeContacts } from '../actions/unmerge_contacts.ts'
import { mergeInReach } from '../reaching.ts'
import { seenValidator } from '../validators/consent.ts'

/** Two contacts that were merged are parted again. */
export default class MergeUndoingsController {
  async store(ctx: HttpContext) {
    const { merge, survivor } = await mergeInReach(ctx)
    const { version } = await ctx.request.validateUsing(seenValidator, inMarket(ctx))

    const result = await new UnmergeContacts().handle(merge, version)
    if (!result.ok) return refuse(ctx, { status: 409, key: `contacts.refused.${result.reason}` })
    ctx.session.flash('notice', { key: 'contacts.merge.undone', facts: { name: merge.mergedName } })
    return ctx.response.redirect().toPath(`/app/contacts/${survivor.id}/merges/${merge.id}`)
  }
}
