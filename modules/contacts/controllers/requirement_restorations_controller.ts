import type { HttpContext } from '@adonisjs/core/http'
import { tellOfRequirement } from '../actions/save_requirement.ts'
import { contactToChange, requirementOf } from '../reaching_parts.ts'

export default class RequirementRestorationsController {
  async store(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const requirement = await requirementOf(ctx, contact, { deleted: true })
    await requirement.restore()
    tellOfRequirement(requirement)
    ctx.session.flash('notice', 'contacts.requirements.restored')
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }
}
