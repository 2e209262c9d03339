import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { forgetScore, scoreContact } from '../actions/score_contact.ts'
import { contactToChange, scoreOf } from '../reaching_parts.ts'
import { scoreValidator } from '../validators/about.ts'

/** How likely a contact is to recommend the agency, as somebody heard it. */
export default class ScoresController {
  async store(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const answer = await ctx.request.validateUsing(scoreValidator, inMarket(ctx))
    await scoreContact(contact.id, answer)
    ctx.session.flash('notice', 'contacts.scores.added')
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }

  async destroy(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const score = await scoreOf(ctx, contact, { deleted: false })
    await forgetScore(score)
    const url = `/app/contacts/${contact.id}`
    const undo = `${url}/scores/${score.id}/restoration`
    ctx.session.flash('notice', { key: 'contacts.scores.deleted', undo })
    return ctx.response.redirect().toPath(url)
  }
}
