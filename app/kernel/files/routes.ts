import type { Router } from '@adonisjs/core/http'

const FilesController = () => import('./controllers/files_controller.ts')

export function site(router: Router) {
  router.get('files/:id', [FilesController, 'show']).as('files.show')
}
