import type { HttpContext } from '@adonisjs/core/http'

/** The front of an agency's portal. A module brings what clients can do behind it. */
export default class PortalsController {
  async show({ view }: HttpContext) {
    return view.render('pages/portal/home')
  }
}
