import type { Router } from '@adonisjs/core/http'

const RequirementsController = () => import('./controllers/requirements_controller.ts')
const RequirementRestorations = () => import('./controllers/requirement_restorations_controller.ts')
const LinksController = () => import('./controllers/links_controller.ts')
const LinkRestorations = () => import('./controllers/link_restorations_controller.ts')
const ScoresController = () => import('./controllers/scores_controller.ts')
const ScoreRestorations = () => import('./controllers/score_restorations_controller.ts')

/** What is known about a contact beyond its own facts. */
export function drawAbout(router: Router) {
  router
    .group(() => {
      router
        .resource('requirements', RequirementsController)
        .except(['index', 'show'])
        .as('requirements')
      router
        .post('requirements/:requirement_id/restoration', [RequirementRestorations, 'store'])
        .as('requirements.restoration.store')
      router.resource('links', LinksController).only(['create', 'store', 'destroy']).as('links')
      router
        .post('links/:link_id/restoration', [LinkRestorations, 'store'])
        .as('links.restoration.store')
      router.resource('scores', ScoresController).only(['store', 'destroy']).as('scores')
      router
        .post('scores/:score_id/restoration', [ScoreRestorations, 'store'])
        .as('scores.restoration.store')
    })
    .prefix('contacts/:contact_id')
    .as('contacts')
}
