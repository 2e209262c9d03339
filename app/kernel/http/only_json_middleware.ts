import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Rejected } from './errors.ts'

const API = /^\/api\/v\d+(\/|$)/

/**
 * The API speaks JSON and nothing else; what is something else is refused before it is read. It
 * changes parts of records, by PATCH, and never asks for all of one.
 */
export default class OnlyJsonMiddleware {
  async handle({ request }: HttpContext, next: NextFn) {
    if (API.test(request.url())) {
      if (request.method() === 'PUT') throw new Rejected(405, 'E_PATCH_INSTEAD')
      if (hasBody(request) && !request.is(['application/json']))
        throw new Rejected(415, 'E_ONLY_JSON')
      const takes = ['application/json', 'application/problem+json']
      if (request.accepts(takes) === null) throw new Rejected(406, 'E_ONLY_JSON')
    }
    return next()
  }
}

function hasBody(request: HttpRequest): boolean {
  const length = request.header('content-length')
  return (length !== undefined && length !== '0') || !!request.header('transfer-encoding')
}
