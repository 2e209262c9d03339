import type { HttpContext } from '@adonisjs/core/http'
import type { HttpError } from '@adonisjs/core/types/http'
import { pointerTo, snake } from '#kernel/api/casing'
import { AgencyClosed, Forbidden, ModuleOff, Rejected } from './errors.ts'

const ours = [AgencyClosed, Forbidden, ModuleOff, Rejected]

/** What the framework throws has codes of its own making, or none. */
const codes: Record<number, string> = {
  400: 'E_MALFORMED',
  403: 'E_FORBIDDEN',
  404: 'E_NOT_HERE',
  413: 'E_TOO_LARGE',
  415: 'E_ONLY_JSON',
  429: 'E_TOO_MANY_REQUESTS',
  503: 'E_UNREACHABLE',
}

/** A thrown error as a problem. Nothing of an error of ours is told, not even its code. */
export function problemOf(error: HttpError, hints: Record<string, unknown>) {
  const { status: thrown = 500, code } = error
  if (ours.some((kind) => error instanceof kind)) return { status: thrown, code: code!, ...hints }
  // A body that is JSON, but no object, is called unprocessable by the parser.
  const status = thrown === 422 ? 400 : thrown
  return { status, code: codes[status] ?? 'E_UNEXPECTED' }
}

export interface FieldMessage {
  field: string
  message: string
  meta?: { choices?: unknown }
}

/** Each field that was refused, by where it stands in the body or in the address. */
export function problemsIn({ request }: HttpContext, messages: FieldMessage[]) {
  const isQuestion = ['GET', 'HEAD'].includes(request.method())
  const errors = messages.map(({ field, message: detail, meta }) => ({
    ...(isQuestion ? { parameter: snake(field) } : { pointer: pointerTo(field) }),
    detail,
    // Whoever looks at a page sees the list; a program has to be told.
    ...(Array.isArray(meta?.choices) && { allowed: meta.choices as unknown[] }),
  }))
  return { status: 422, code: 'E_INVALID', errors }
}
