import type { HttpContext } from '@adonisjs/core/http'
import { restoreScore } from '../actions/score_contact.ts'
import { contactToChange, scoreOf } from '../reaching_parts.ts'

export default class ScoreRestorationsController {
  async store(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    await restoreScore(await scoreOf(ctx, contact, { deleted: true }))
    ctx.session.flash('notice', 'contacts.scores.restored')
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }
}
