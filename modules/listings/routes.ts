import type { Router } from '@adonisjs/core/http'
import { drawBulkActRoutes } from '#app/bulk_acts'
import { drawExportRoutes } from '#app/exports'
import { drawImportRoutes } from '#app/imports'
import { drawRecordApi, drawRecordRoutes } from '#app/records'
import { drawApi } from './api_routes.ts'
import { drawFeeds } from './feed_routes.ts'
import { drawLife } from './life_routes.ts'
import { drawMedia } from './media_routes.ts'
import { drawMerging } from './merge_routes.ts'
import { listingSubject } from './subject.ts'

const bulkDesk = () => import('./bulk/bulk_desk.ts')
const importDesk = () => import('./imports/import_desk.ts')
const sheet = () => import('./exports/listing_sheet.ts')
const ListingsController = () => import('./controllers/listings_controller.ts')
const RestorationsController = () => import('./controllers/restorations_controller.ts')
const OwnersController = () => import('./controllers/owners_controller.ts')
const DueListingsController = () => import('./controllers/due_listings_controller.ts')
const ContactListingsController = () => import('./controllers/contact_listings_controller.ts')
const ComparisonsController = () => import('./controllers/comparisons_controller.ts')
const MapCellsController = () => import('./controllers/map_cells_controller.ts')
const RecommendationsController = () => import('./controllers/recommendations_controller.ts')
const RecommendationDismissals = () =>
  import('./controllers/recommendation_dismissals_controller.ts')
const RecommendationSendings = () => import('./controllers/recommendation_sendings_controller.ts')
const SettingsController = () => import('./controllers/settings_controller.ts')
const PlacesController = () => import('./controllers/places_controller.ts')
const CategoriesController = () => import('./controllers/categories_controller.ts')
const SearchesController = () => import('./controllers/searches_controller.ts')
const SearchSendingsController = () => import('./controllers/search_sendings_controller.ts')
const UnsubscriptionsController = () => import('./controllers/unsubscriptions_controller.ts')

const SiteListingsController = () => import('./controllers/site/site_listings_controller.ts')
const AgentsController = () => import('./controllers/site/agents_controller.ts')
const SitemapsController = () => import('./controllers/site/sitemaps_controller.ts')

/** The agency's public pages; its root is the manifest's `front`. */
export function site(router: Router) {
  router.get('listings', [SiteListingsController, 'index']).as('listings.index')
  router.get('listings/:address', [SiteListingsController, 'show']).as('listings.show')
  router.get('agents', [AgentsController, 'index']).as('agents.index')
  router.get('sitemap.xml', [SitemapsController, 'show']).as('sitemap.show')
  drawUnsubscriptions(router)
}

export function workspace(router: Router) {
  drawSettings(router)
  drawSearches(router)
  router
    .post('listings/restorations', [RestorationsController, 'store'])
    .as('listings.batch_restorations.store')
  drawImportRoutes(router, 'listings', importDesk)
  drawExportRoutes(router, 'listings', sheet)
  drawBulkActRoutes(router, 'listings', bulkDesk)
  drawFeeds(router)
  drawMerging(router)
  drawLooks(router)
  drawOfContact(router)
  router.resource('listings', ListingsController).where('id', router.matchers.uuid())
  router
    .group(() => {
      drawLife(router)
      drawMedia(router)
    })
    .prefix('listings/:listing_id')
    .as('listings')
  drawRecordRoutes(router, listingSubject)
}

export function api(router: Router) {
  drawApi(router)
  drawRecordApi(router, listingSubject)
}

/** Other looks at many listings than the list. */
function drawLooks(router: Router) {
  router.get('listings/due', [DueListingsController, 'index']).as('listings.due.index')
  router.get('listings/map-cells', [MapCellsController, 'index']).as('listings.map_cells.index')
  router.get('listings/owners', [OwnersController, 'index']).as('listings.owners.index')
  router.get('listings/comparison', [ComparisonsController, 'show']).as('listings.comparison.show')
  router
    .post('listings/comparison', [ComparisonsController, 'store'])
    .as('listings.comparison.store')
}

/** What a contact owns, and what fits something that they look for. */
function drawOfContact(router: Router) {
  router
    .get('contacts/:contact_id/listings', [ContactListingsController, 'index'])
    .as('listings.of_contact.index')
  router
    .group(() => {
      router.get('', [RecommendationsController, 'index']).as('index')
      router
        .post(':listing_id/dismissal', [RecommendationDismissals, 'store'])
        .as('dismissal.store')
      router
        .delete(':listing_id/dismissal', [RecommendationDismissals, 'destroy'])
        .as('dismissal.destroy')
      router.post(':listing_id/sending', [RecommendationSendings, 'store']).as('sending.store')
    })
    .prefix('contacts/:contact_id/requirements/:requirement_id/recommendations')
    .as('listings.recommendations')
}

/** Searches that somebody keeps, and what was sent of them. */
function drawSearches(router: Router) {
  router
    .group(() => {
      router.resource('listings/searches', SearchesController).as('searches')
      router
        .post('listings/searches/:search_id/sending', [SearchSendingsController, 'store'])
        .as('searches.sending.store')
    })
    .as('listings')
}

/** For whoever got a letter. */
function drawUnsubscriptions(router: Router) {
  router
    .get('unsubscribe/:token', [UnsubscriptionsController, 'create'])
    .as('unsubscription.create')
  router.post('unsubscribe/:token', [UnsubscriptionsController, 'store']).as('unsubscription.store')
}

function drawSettings(router: Router) {
  router.get('settings/listings', [SettingsController, 'index']).as('listings.settings.index')
  router.put('settings/listings', [SettingsController, 'update']).as('listings.settings.update')
  router
    .group(() => {
      router
        .resource('settings/listing-categories', CategoriesController)
        .only(['store', 'edit', 'update', 'destroy'])
        .as('categories')
      router
        .resource('settings/listing-places', PlacesController)
        .except(['create', 'show'])
        .as('places')
    })
    .as('listings')
}
