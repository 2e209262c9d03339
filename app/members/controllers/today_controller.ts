import type { HttpContext } from '@adonisjs/core/http'
import { todayList } from '#kernel/today/today_list'

/** The workspace's first page: who to call now, and why. Lazy pieces stand in the outlet `today.show.main`. */
export default class TodayController {
  async show(ctx: HttpContext) {
    return ctx.view.render('pages/members/today', { today: await todayList(ctx) })
  }
}
