import type { HttpContext } from '@adonisjs/core/http'
import Member from '../models/member.ts'
import { lettersValidator } from '../validators/member.ts'

/** Whether a person wants the day's work as a letter in the morning. */
export default class LettersController {
  async update({ request, response, session, staff }: HttpContext) {
    const { morning } = await request.validateUsing(lettersValidator)
    await Member.query()
      .where('id', staff.actor.id)
      .update({ morningLetter: morning ?? false })
    session.flash('notice', 'members.account.letters_saved')
    return response.redirect().toRoute('account.show')
  }
}
