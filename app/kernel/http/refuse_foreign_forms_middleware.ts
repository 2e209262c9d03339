import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@adonisjs/shield'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * What changes something must come from a page of the very same host: agencies are neighbours
 * below one domain, where SameSite cookies do not keep them apart. The form's token is the second
 * lock; this one stands before the body is even read. Programs send neither header.
 */
export default class RefuseForeignFormsMiddleware {
  async handle({ request }: HttpContext, next: NextFn) {
    const isForm = !READS.has(request.method()) && !request.wantsProblem()
    if (isForm && isForeign(request)) throw new errors.E_BAD_CSRF_TOKEN()
    return next()
  }
}

/** `none`: the person did it without a page. A page without a referrer has the origin `null`. */
function isForeign(request: HttpRequest): boolean {
  const site = request.header('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = request.header('origin') ?? 'null'
  return origin !== 'null' && hostnameOf(origin) !== request.hostname()?.toLowerCase()
}

function hostnameOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).hostname : null
}
