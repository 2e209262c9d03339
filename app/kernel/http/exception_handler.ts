import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { HttpError } from '@adonisjs/core/types/http'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import { isDatabaseAway } from './database_away.ts'
import { Forbidden, ModuleOff, Rejected, SignInFirst } from './errors.ts'
import { fieldErrors } from './field_errors.ts'
import { problem } from './problem.ts'
import { type FieldMessage, problemOf, problemsIn } from './problems.ts'

/**
 * Turns what was thrown into an answer: a page, a fragment or a problem document. It runs inside
 * the pipeline, so it marks the open unit for rollback. It knows no business error: expected
 * refusals never get here.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected override debug = app.inDev
  protected override renderStatusPages = true
  protected override ignoreStatuses = [400, 401, 403, 404, 409, 413, 422, 423, 429]

  override async handle(error: unknown, ctx: HttpContext) {
    if (tenancy.isOpen) unit().refuse()
    if (error instanceof SignInFirst) return this.#askToSignIn(ctx)
    if (codeOf(error) === 'E_BAD_CSRF_TOKEN') return this.#refuseForgery(ctx)
    if (codeOf(error) === 'E_VALIDATION_ERROR') return super.handle(error, ctx)
    return this.#answer(this.toHttpError(error), ctx)
  }

  override async report(error: unknown, ctx: HttpContext) {
    const status = this.toHttpError(error).status ?? 500
    if (status >= 500) ctx.logger.error({ err: error, route: ctx.route?.pattern }, 'request failed')
  }

  override async renderValidationError(error: HttpError, ctx: HttpContext) {
    const { messages } = error as HttpError & { messages: FieldMessage[] }
    if (ctx.request.wantsProblem()) return problem(ctx, problemsIn(ctx, messages))
    if (ctx.request.wantsFragment()) return fieldErrors(ctx, messages)
    return this.renderValidationErrorAsHTML(error, ctx)
  }

  protected override toHttpError(error: unknown): HttpError {
    const thrown = super.toHttpError(error)
    if (isDatabaseAway(thrown)) thrown.status = 503
    return thrown
  }

  #askToSignIn(ctx: HttpContext) {
    const address = `/login?next=${encodeURIComponent(ctx.request.url(true))}`
    if (ctx.request.wantsFragment())
      return ctx.response.header('hx-redirect', address).status(401).send('')
    return ctx.response.redirect().toPath(address)
  }

  /** The form's token is stale or foreign: nothing was done; a fresh page carries a fresh token. */
  #refuseForgery(ctx: HttpContext) {
    if (ctx.request.wantsFragment())
      return ctx.response.header('hx-refresh', 'true').status(403).send('')
    return this.#page(ctx, { status: 403, reason: 'forgery' })
  }

  async #answer(error: HttpError, ctx: HttpContext) {
    const status = error.status ?? 500
    if (app.inDev && status >= 500 && !ctx.request.wantsProblem()) return super.handle(error, ctx)
    if (status === 429) copyHeaders(error, ctx)
    if (status === 503) ctx.response.header('retry-after', '5')
    if (ctx.request.wantsProblem()) return problem(ctx, problemOf(error, hints(error)))
    return this.#page(ctx, { status, reason: reasonOf(error, status), ...hints(error) })
  }

  async #page(
    ctx: HttpContext,
    facts: { status: number; reason: string; permission?: string; module?: string }
  ) {
    ctx.response.status(facts.status)
    const view = ctx.request.wantsFragment() ? 'partials/refusal' : 'pages/errors/status'
    return ctx.response.send(await ctx.view.render(view, { ...facts, requestId: ctx.request.id() }))
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | null)?.code
}

function reasonOf(error: HttpError, status: number): string {
  if (error instanceof ModuleOff) return 'module_off'
  const known = [403, 404, 413, 423, 429, 503]
  return known.includes(status) ? String(status) : status < 500 ? '400' : '500'
}

function hints(error: HttpError): { permission?: string; module?: string } {
  if (error instanceof Rejected) return error.facts
  if (error instanceof Forbidden) return { permission: error.permission }
  return error instanceof ModuleOff ? { module: error.module } : {}
}

function copyHeaders(error: HttpError, ctx: HttpContext): void {
  const { response } = error as HttpError & { response?: { availableIn?: number } }
  if (response?.availableIn !== undefined)
    ctx.response.header('retry-after', String(response.availableIn))
}
