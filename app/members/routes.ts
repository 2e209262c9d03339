import type { Router } from '@adonisjs/core/http'

const MembersController = () => import('./controllers/members_controller.ts')
const TodayController = () => import('./controllers/today_controller.ts')
const ThemesController = () => import('./controllers/themes_controller.ts')

export function workspace(router: Router) {
  router.get('/', [TodayController, 'show']).as('today.show')
  router.get('settings/members', [MembersController, 'index']).as('members.index')
  router.post('preferences/theme', [ThemesController, 'store']).as('themes.store')
}
