import type { Router } from '@adonisjs/core/http'

const BrochuresController = () => import('./controllers/brochures_controller.ts')
const MediaOrdersController = () => import('./controllers/media_orders_controller.ts')
const MediaController = () => import('./controllers/media_controller.ts')
const WaitingMediaController = () => import('./controllers/waiting_media_controller.ts')
const MediaCoversController = () => import('./controllers/media_covers_controller.ts')
const MediaApprovalsController = () => import('./controllers/media_approvals_controller.ts')
const MediaRestorationsController = () => import('./controllers/media_restorations_controller.ts')

/** What is shown of one listing. */
export function drawMedia(router: Router) {
  router.get('brochure', [BrochuresController, 'show']).as('brochure.show')
  router.put('media/order', [MediaOrdersController, 'update']).as('media.order.update')
  router.get('media', [MediaController, 'index']).as('media.index')
  router.post('media', [MediaController, 'store']).as('media.store')
  router.post('media/approvals', [WaitingMediaController, 'store']).as('media.approvals.store')
  router.put('media/:id', [MediaController, 'update']).as('media.update')
  router.delete('media/:id', [MediaController, 'destroy']).as('media.destroy')
  router
    .group(() => {
      router.post('cover', [MediaCoversController, 'store']).as('cover.store')
      router.post('approval', [MediaApprovalsController, 'store']).as('approval.store')
      router.delete('approval', [MediaApprovalsController, 'destroy']).as('approval.destroy')
      router.post('restoration', [MediaRestorationsController, 'store']).as('restoration.store')
    })
    .prefix('media/:medium_id')
    .as('media')
}
