import type { Router } from '@adonisjs/core/http'

const ListingsController = () => import('./controllers/api/v1/listings_controller.ts')
const RestorationsController = () => import('./controllers/api/v1/restorations_controller.ts')
const SubmissionsController = () => import('./controllers/api/v1/submissions_controller.ts')
const ApprovalsController = () => import('./controllers/api/v1/approvals_controller.ts')
const PausesController = () => import('./controllers/api/v1/pauses_controller.ts')
const UnderOffersController = () => import('./controllers/api/v1/under_offers_controller.ts')
const ClosingsController = () => import('./controllers/api/v1/closings_controller.ts')
const RelistingsController = () => import('./controllers/api/v1/relistings_controller.ts')
const WithdrawalsController = () => import('./controllers/api/v1/withdrawals_controller.ts')
const ConfirmationsController = () => import('./controllers/api/v1/confirmations_controller.ts')
const PriceChangesController = () => import('./controllers/api/v1/price_changes_controller.ts')

/** What programs may do with listings. */
export function drawApi(router: Router) {
  router.resource('listings', ListingsController).apiOnly()
  router
    .group(() => drawLife(router))
    .prefix('listings/:listing_id')
    .as('listings')
}

function drawLife(router: Router) {
  router.post('restoration', [RestorationsController, 'store']).as('restoration.store')
  router.post('submission', [SubmissionsController, 'store']).as('submission.store')
  router.delete('submission', [SubmissionsController, 'destroy']).as('submission.destroy')
  router.post('approval', [ApprovalsController, 'store']).as('approval.store')
  router.post('pause', [PausesController, 'store']).as('pause.store')
  router.delete('pause', [PausesController, 'destroy']).as('pause.destroy')
  router.post('under-offer', [UnderOffersController, 'store']).as('under_offer.store')
  router.delete('under-offer', [UnderOffersController, 'destroy']).as('under_offer.destroy')
  router.post('closing', [ClosingsController, 'store']).as('closing.store')
  router.post('relisting', [RelistingsController, 'store']).as('relisting.store')
  router.post('withdrawal', [WithdrawalsController, 'store']).as('withdrawal.store')
  router.post('confirmation', [ConfirmationsController, 'store']).as('confirmation.store')
  router.post('price', [PriceChangesController, 'store']).as('price.store')
}
