import type { Router } from '@adonisjs/core/http'

const KeysController = () => import('./controllers/keys_controller.ts')
const SentKeysController = () => import('./controllers/sent_keys_controller.ts')
const DocumentsController = () => import('./controllers/documents_controller.ts')
const DocumentPagesController = () => import('./controllers/document_pages_controller.ts')

export function api(router: Router) {
  router.get('key', [SentKeysController, 'show']).as('key.show')
  router.get('openapi.json', [DocumentsController, 'show']).as('document.show')
}

export function workspace(router: Router) {
  router
    .resource('settings/api-keys', KeysController)
    .only(['index', 'create', 'store', 'destroy'])
    .as('api_keys')
}

/** For whoever is about to write a program: what the agency's API answers to. */
export function site(router: Router) {
  router.get('api/docs', [DocumentPagesController, 'show']).as('api_document.show')
}
