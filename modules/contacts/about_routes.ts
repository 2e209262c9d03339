import type { Router } from '@adonisjs/core/http'

const RequirementsController = () => import('./controllers/requirements_controller.ts')
const RequirementRestorationsController = () =>
  import('./controllers/requirement_restorations_controller.ts')

/** What is known about a contact beyond its own facts. */
export function drawAbout(router: Router) {
  router
    .group(() => {
      router
        .resource('requirements', RequirementsController)
        .except(['index', 'show'])
        .as('requirements')
      router
        .post('requirements/:requirement_id/restoration', [
          RequirementRestorationsController,
          'store',
        ])
        .as('requirements.restoration.store')
    })
    .prefix('contacts/:contact_id')
    .as('contacts')
}
