import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { MergeContacts } from '../actions/merge_contacts.ts'
import ContactPolicy from '../policies/contact_policy.ts'
import { mergeChoices } from '../presenters/merge_choices.ts'
import { mergeView } from '../presenters/merge_view.ts'
import { partingView } from '../presenters/parting_view.ts'
import { mergeInReach, mergeableContact } from '../reaching.ts'
import { mergeValidator } from '../validators/merge.ts'

/** Two contacts become one. */
export default class MergesController {
  async create(ctx: HttpContext) {
    const survivor = await mergeableContact(ctx, ctx.params.contact_id)
    const other = ctx.request.qs().with
    if (other === undefined || other === survivor.id) {
      const choices = await mergeChoices(ctx, survivor)
      return ctx.view.render('contacts::pages/merges/choose', { survivor, choices })
    }
    const both = { survivor, other: await mergeableContact(ctx, other) }
    return ctx.view.render('contacts::pages/merges/create', { merge: await mergeView(ctx, both) })
  }

  async store(ctx: HttpContext) {
    const survivor = await mergeableContact(ctx, ctx.params.contact_id)
    const asked = await ctx.request.validateUsing(mergeValidator, inMarket(ctx))
    if (asked.otherId === survivor.id)
      return refuse(ctx, { status: 422, key: 'contacts.refused.itself' })
    const other = await mergeableContact(ctx, asked.otherId)

    const result = await new MergeContacts().handle(
      { contact: survivor, version: asked.version },
      { contact: other, version: asked.otherVersion },
      asked.choices ?? {}
    )
    if (!result.ok) return refuse(ctx, { status: 409, key: 'contacts.refused.merge_stale' })
    const undo = `/app/contacts/${survivor.id}/merges/${result.value.id}`
    ctx.session.flash('notice', { key: 'contacts.merge.done', facts: { name: other.name } })
    return ctx.response.redirect().toPath(undo)
  }

  async show(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('mergeAny')
    const { merge, survivor } = await mergeInReach(ctx)
    return ctx.view.render('contacts::pages/merges/show', {
      parting: partingView(ctx, merge, survivor),
    })
  }
}
