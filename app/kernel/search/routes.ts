import type { Router } from '@adonisjs/core/http'

const SearchesController = () => import('./controllers/searches_controller.ts')

export function workspace(router: Router) {
  router.get('search', [SearchesController, 'index']).as('search.index')
}
