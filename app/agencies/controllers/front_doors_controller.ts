import type { HttpContext } from '@adonisjs/core/http'

/** The agency's public address leads into the workspace until a module brings the site. */
export default class FrontDoorsController {
  async show({ response }: HttpContext) {
    return response.redirect().toPath('/app')
  }
}
