import type { Router } from '@adonisjs/core/http'

const CustomFieldsController = () => import('./controllers/custom_fields_controller.ts')

const FieldRestorationsController = () => import('./controllers/field_restorations_controller.ts')

export function workspace(router: Router) {
  router
    .resource('settings/custom-fields', CustomFieldsController)
    .except(['show'])
    .as('custom_fields')
  router
    .post('settings/custom-fields/:id/restoration', [FieldRestorationsController, 'store'])
    .as('custom_fields.restoration.store')
}
