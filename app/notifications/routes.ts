import type { Router } from '@adonisjs/core/http'

const NotificationsController = () => import('./controllers/notifications_controller.ts')
const BellsController = () => import('./controllers/bells_controller.ts')
const ReadingsController = () => import('./controllers/readings_controller.ts')
const AllReadingsController = () => import('./controllers/all_readings_controller.ts')

export function workspace(router: Router) {
  router.get('notifications', [NotificationsController, 'index']).as('notifications.index')
  router.get('notifications/bell', [BellsController, 'show']).as('notifications.bell.show')
  router
    .post('notifications/reading', [AllReadingsController, 'store'])
    .as('notifications.all_readings.store')
  router
    .post('notifications/:notification_id/reading', [ReadingsController, 'store'])
    .as('notifications.reading.store')
}
