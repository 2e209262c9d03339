import type { HttpContext } from '@adonisjs/core/http'
import { contactToChange, deletedLink } from '../reaching_parts.ts'

export default class LinkRestorationsController {
  async store(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const link = await deletedLink(ctx, contact)
    await link.restore()
    ctx.session.flash('notice', 'contacts.links.restored')
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }
}
