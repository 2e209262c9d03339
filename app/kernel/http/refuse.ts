import type { HttpContext } from '@adonisjs/core/http'
import { pointerTo } from '#kernel/api/casing'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import { fieldErrors } from './field_errors.ts'
import { problem } from './problem.ts'

interface Refusal {
  status: number
  /** i18n key of the sentence that the person reads. */
  key: string
  facts?: Record<string, string | number | string[]>
  /** The field beside which the sentence belongs; without one it stands above the form. */
  field?: string
}

/**
 * Answers a refused Result in the way that the request can use, and marks the unit for rollback:
 * beside the field for htmx, back on the form with what was typed for a plain post, a problem
 * document for the API.
 */
export async function refuse(
  ctx: HttpContext,
  { status, key, facts = {}, field = 'form' }: Refusal
) {
  if (tenancy.isOpen) unit().refuse()
  const message = ctx.i18n.t(key, facts)
  if (ctx.request.wantsProblem()) {
    return problem(ctx, {
      ...facts,
      status,
      code: key.split('.').at(-1) ?? key,
      detail: message,
      errors: field === 'form' ? undefined : [{ pointer: pointerTo(field), detail: message }],
    })
  }
  if (ctx.request.wantsFragment()) {
    await fieldErrors(ctx, [{ field, message }])
    return ctx.response.status(status)
  }
  ctx.session.flashAll()
  ctx.session.flash('inputErrorsBag', { [field]: [message] })
  ctx.session.flash('errorsBag', { [field]: message })
  return ctx.response.redirect().back()
}
