import type { Router } from '@adonisjs/core/http'
import { drawBulkActRoutes } from '#app/bulk_acts'
import { drawExportRoutes } from '#app/exports'
import { drawImportRoutes } from '#app/imports'
import { drawRecordApi, drawRecordRoutes } from '#app/records'
import { drawAbout } from './about_routes.ts'
import { drawMerging } from './merge_routes.ts'
import { contactSubject } from './subject.ts'

const bulkDesk = () => import('./bulk/bulk_desk.ts')
const importDesk = () => import('./imports/import_desk.ts')
const sheet = () => import('./exports/contact_sheet.ts')
const ContactsController = () => import('./controllers/contacts_controller.ts')
const ApiContactsController = () => import('./controllers/api/v1/contacts_controller.ts')
const ApiArchivalsController = () => import('./controllers/api/v1/archivals_controller.ts')
const ApiRestorationsController = () => import('./controllers/api/v1/restorations_controller.ts')
const FollowUpsController = () => import('./controllers/follow_ups_controller.ts')
const FormRowsController = () => import('./controllers/form_rows_controller.ts')
const ArchivalsController = () => import('./controllers/archivals_controller.ts')
const RestorationsController = () => import('./controllers/restorations_controller.ts')
const ConsentsController = () => import('./controllers/consents_controller.ts')

export function workspace(router: Router) {
  drawImportRoutes(router, 'contacts', importDesk)
  drawExportRoutes(router, 'contacts', sheet)
  drawBulkActRoutes(router, 'contacts', bulkDesk)
  router
    .post('contacts/restorations', [RestorationsController, 'store'])
    .as('contacts.batch_restorations.store')
  drawMerging(router)
  drawAbout(router)
  router.get('contacts/follow-ups', [FollowUpsController, 'index']).as('contacts.follow_ups.index')
  router.get('contacts/form-rows/:kind', [FormRowsController, 'show']).as('contacts.form_rows.show')
  router.resource('contacts', ContactsController).where('id', router.matchers.uuid())
  router
    .group(() => {
      router.post('archival', [ArchivalsController, 'store']).as('archival.store')
      router.delete('archival', [ArchivalsController, 'destroy']).as('archival.destroy')
      router.post('restoration', [RestorationsController, 'store']).as('restoration.store')
      router.put('consents/:channel', [ConsentsController, 'update']).as('consents.update')
    })
    .prefix('contacts/:contact_id')
    .as('contacts')
  drawRecordRoutes(router, contactSubject)
}

export function api(router: Router) {
  router.resource('contacts', ApiContactsController).apiOnly()
  router
    .post('contacts/:contact_id/restoration', [ApiRestorationsController, 'store'])
    .as('contacts.restoration.store')
  router
    .post('contacts/:contact_id/archival', [ApiArchivalsController, 'store'])
    .as('contacts.archival.store')
  router
    .delete('contacts/:contact_id/archival', [ApiArchivalsController, 'destroy'])
    .as('contacts.archival.destroy')
  drawRecordApi(router, contactSubject)
}
