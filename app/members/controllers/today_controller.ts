import type { HttpContext } from '@adonisjs/core/http'

/** The workspace's first page. Modules fill it through the outlet `today.show.main`. */
export default class TodayController {
  async show({ view }: HttpContext) {
    return view.render('pages/members/today')
  }
}
