import type { HttpContext } from '@adonisjs/core/http'
import { homeView } from '../../presenters/site/home_view.ts'

/** The root of the agency's public site. */
export default async function front(ctx: HttpContext) {
  return ctx.view.render('listings::pages/site/home', await homeView(ctx))
}
