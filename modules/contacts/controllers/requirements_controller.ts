import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import {
  addRequirement,
  changeRequirement,
  tellOfRequirement,
} from '../actions/save_requirement.ts'
import { contactToChange, requirementOf } from '../reaching_parts.ts'
import { requirementForm } from '../presenters/requirement_form.ts'
import { requirementValidator } from '../validators/requirement.ts'

const PAGE = 'contacts::pages/requirements/form'

/** What a contact looks for. */
export default class RequirementsController {
  async create(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    return ctx.view.render(PAGE, { form: await requirementForm(ctx, contact, null) })
  }

  async store(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const draft = await ctx.request.validateUsing(requirementValidator, inMarket(ctx))
    const result = await addRequirement(contact.id, draft)
    if (!result.ok) return this.#refuse(ctx, result.reason)
    return this.#back(ctx, { key: 'contacts.requirements.added' })
  }

  async edit(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const requirement = await requirementOf(ctx, contact)
    return ctx.view.render(PAGE, { form: await requirementForm(ctx, contact, requirement) })
  }

  async update(ctx: HttpContext) {
    const requirement = await requirementOf(ctx, await contactToChange(ctx))
    const draft = await ctx.request.validateUsing(requirementValidator, inMarket(ctx))
    const result = await changeRequirement(requirement, draft)
    if (!result.ok) return this.#refuse(ctx, result.reason)
    return this.#back(ctx, { key: 'contacts.requirements.changed' })
  }

  async destroy(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const requirement = await requirementOf(ctx, contact)
    await requirement.softDelete()
    tellOfRequirement(requirement)
    const undo = `/app/contacts/${contact.id}/requirements/${requirement.id}/restoration`
    return this.#back(ctx, { key: 'contacts.requirements.deleted', undo })
  }

  #refuse(ctx: HttpContext, reason: 'budget_order' | 'stale') {
    const key = `contacts.requirements.refused.${reason}`
    if (reason === 'stale') return refuse(ctx, { status: 409, key })
    return refuse(ctx, { status: 422, key, field: 'budgetTo' })
  }

  #back({ params, response, session }: HttpContext, notice: { key: string; undo?: string }) {
    session.flash('notice', notice)
    return response.redirect().toPath(`/app/contacts/${params.contact_id}`)
  }
}
