import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import db from '@adonisjs/lucid/services/db'

/** `/health/live` and `/health/ready` on every host, answered before the host is looked up. */
export default class HealthMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    const path = request.url()
    if (path === '/health/live') return response.json({ status: 'live' })
    if (path === '/health/ready') return this.#ready({ response } as HttpContext)
    return next()
  }

  async #ready({ response }: HttpContext) {
    try {
      await db.connection('core').rawQuery('select 1')
      return response.json({ status: 'ready' })
    } catch {
      return response
        .header('retry-after', '5')
        .status(503)
        .json({ status: 'database unreachable' })
    }
  }
}
