import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * A redirect is for the page, not for the fragment: fetch would follow it and swap a whole page
 * into the form. Controllers redirect as for a plain form; htmx is told to lead the page there.
 */
export default class LeadFragmentsMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    await next()
    const location = response.getHeader('location')
    const isRedirect = [301, 302, 303].includes(response.getStatus())
    if (!isRedirect || !location || request.header('hx-request') !== 'true') return
    response.removeHeader('location')
    response.header('hx-redirect', String(location)).status(200).send('')
  }
}
