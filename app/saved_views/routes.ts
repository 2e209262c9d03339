import type { Router } from '@adonisjs/core/http'

const ViewsController = () => import('./controllers/views_controller.ts')
const PlacesController = () => import('./controllers/places_controller.ts')
const StartsController = () => import('./controllers/starts_controller.ts')
const RestorationsController = () => import('./controllers/restorations_controller.ts')

export function workspace(router: Router) {
  router
    .resource('views', ViewsController)
    .only(['index', 'store', 'update', 'destroy'])
    .where('id', router.matchers.uuid())
  router
    .group(() => {
      router.put('place', [PlacesController, 'update']).as('place.update')
      router.post('start', [StartsController, 'store']).as('start.store')
      router.delete('start', [StartsController, 'destroy']).as('start.destroy')
      router.post('restoration', [RestorationsController, 'store']).as('restoration.store')
    })
    .prefix('views/:view_id')
    .as('views')
}
