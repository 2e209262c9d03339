import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * A session belongs to the host on which it began. Carried to another agency's host it would
 * sign in whoever has the same id there: so it is dropped before anyone asks who it is.
 */
export default class BindSessionMiddleware {
  async handle({ session, tenant }: HttpContext, next: NextFn) {
    const isSignedIn = Object.keys(session.all()).some((key) => key.startsWith('auth_'))
    if (isSignedIn && (session.get('tenant') ?? null) !== (tenant?.id ?? null)) session.clear()
    return next()
  }
}
