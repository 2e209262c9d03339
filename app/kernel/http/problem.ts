import { STATUS_CODES } from 'node:http'
import type { HttpContext } from '@adonisjs/core/http'

interface Problem {
  status: number
  code: string
  detail?: string
  errors?: { field: string; message: string }[]
  allowed?: string[]
}

/** An RFC 9457 problem document. */
export function problem({ response }: HttpContext, { status, code, ...rest }: Problem): void {
  response
    .status(status)
    .header('content-type', 'application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status] ?? 'Error',
        status,
        code,
        ...rest,
      })
    )
}
