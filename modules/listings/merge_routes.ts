import type { Router } from '@adonisjs/core/http'

const LikenessesController = () => import('./controllers/likenesses_controller.ts')
const DuplicatesController = () => import('./controllers/duplicates_controller.ts')
const SearchesController = () => import('./controllers/duplicate_searches_controller.ts')
const DismissalsController = () => import('./controllers/dismissals_controller.ts')
const MergesController = () => import('./controllers/merges_controller.ts')
const UndoingsController = () => import('./controllers/merge_undoings_controller.ts')

/** Listings that may be the same, and those that become one. */
export function drawMerging(router: Router) {
  router
    .group(() => {
      router.get('likenesses', [LikenessesController, 'index']).as('likenesses.index')
      router.get('duplicates', [DuplicatesController, 'index']).as('duplicates.index')
      router.post('duplicates/search', [SearchesController, 'store']).as('duplicate_search.store')
      router
        .group(() => {
          router.post('dismissal', [DismissalsController, 'store']).as('store')
          router.delete('dismissal', [DismissalsController, 'destroy']).as('destroy')
        })
        .prefix('duplicates/:pair_id')
        .as('dismissal')
      router
        .resource(':listing_id/merges', MergesController)
        .only(['create', 'store', 'show'])
        .as('merges')
      router
        .post(':listing_id/merges/:merge_id/undoing', [UndoingsController, 'store'])
        .as('merges.undoing.store')
    })
    .prefix('listings')
    .as('listings')
}
