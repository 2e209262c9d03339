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
  /** Seconds after which the same may be tried again. */
  retryAfter?: number
}

/**
 * Answers a refused Result in the way that the request can use, and marks the unit for rollback:
 * beside the field for htmx, back on the form with what was typed for a plain post, a problem
 * document for the API.
 */
export async function refuse(ctx: HttpContext, refusal: Refusal) {
  if (tenancy.isOpen) unit().refuse()
  const { status, key, facts = {}, field = 'form', retryAfter } = refusal
  const message = ctx.i18n.t(key, facts)
  const { request, response } = ctx
  if (!request.wantsProblem() && !request.wantsFragment()) return backToForm(ctx, field, message)

  if (retryAfter !== undefined) response.header('retry-after', String(retryAfter))
  if (request.wantsProblem()) return refuseProgram(ctx, refusal, message)
  await fieldErrors(ctx, [{ field, message }])
  return response.status(status)
}

function refuseProgram(ctx: HttpContext, { status, key, facts, field }: Refusal, detail: string) {
  const code = key.split('.').at(-1) ?? key
  const errors = field && [{ pointer: pointerTo(field), detail }]
  return problem(ctx, { ...facts, status, code, detail, errors: errors || undefined })
}

function backToForm(ctx: HttpContext, field: string, message: string) {
  ctx.session.flashAll()
  ctx.session.flash('inputErrorsBag', { [field]: [message] })
  ctx.session.flash('errorsBag', { [field]: message })
  return ctx.response.redirect().back()
}
