import { STATUS_CODES } from 'node:http'
import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'

export interface FieldProblem {
  /** Where in the body: `#/phones/0/number`. */
  pointer?: string
  /** Or which part of the question in the address. */
  parameter?: string
  detail: string
  /** What may stand there, where only some words may. */
  allowed?: unknown[]
}

interface Problem {
  status: number
  code: string
  detail?: string
  errors?: FieldProblem[]
  /** Whatever else a program needs to go on: the steps that are allowed, the version that is. */
  [fact: string]: unknown
}

/** An RFC 9457 problem document. */
export function problem(ctx: HttpContext, { status, code, detail, ...facts }: Problem): void {
  ctx.response
    .status(status)
    .header('content-type', 'application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status] ?? 'Error',
        status,
        code,
        detail: detail ?? saidOf(ctx, code, facts),
        ...facts,
        request_id: ctx.request.id(),
      })
    )
}

/** The sentence for a code, also of what goes wrong before the request has its words. */
function saidOf({ i18n }: Partial<HttpContext>, code: string, facts: object): string | undefined {
  const words = i18n ?? i18nManager.locale('en')
  return words.t(`errors.problems.${code}`, { ...facts }, '') || undefined
}
