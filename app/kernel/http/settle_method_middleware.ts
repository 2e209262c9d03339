import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What a plain form may ask for in its address: `?_method=PUT`. */
const ASKED = new Set(['PUT', 'PATCH', 'DELETE'])

/**
 * Decides once what is asked, from the request line alone. Left to itself the framework looks for
 * `_method` in what was posted too, after the route was found: a post could then call itself a GET
 * and pass by the guards that stand before changes.
 */
export default class SettleMethodMiddleware {
  async handle({ request }: HttpContext, next: NextFn) {
    const intended = request.intended()
    const method = intended === 'POST' ? wishOf(request) : intended
    request.method = () => method
    return next()
  }
}

function wishOf(request: HttpRequest): string {
  const { _method: wish } = request.qs()
  return typeof wish === 'string' && ASKED.has(wish.toUpperCase()) ? wish.toUpperCase() : 'POST'
}
