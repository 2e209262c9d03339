import type { Router } from '@adonisjs/core/http'

const CustomFieldsController = () => import('./controllers/custom_fields_controller.ts')

const FieldRestorationsController = () => import('./controllers/field_restorations_controller.ts')

const TasksController = () => import('./controllers/tasks_controller.ts')
const CompletionsController = () => import('./controllers/task_completions_controller.ts')
const CancellationsController = () => import('./controllers/task_cancellations_controller.ts')
const PostponementsController = () => import('./controllers/task_postponements_controller.ts')

export function workspace(router: Router) {
  router
    .resource('settings/custom-fields', CustomFieldsController)
    .except(['show'])
    .as('custom_fields')
  router
    .post('settings/custom-fields/:id/restoration', [FieldRestorationsController, 'store'])
    .as('custom_fields.restoration.store')
  drawTasks(router)
}

function drawTasks(router: Router) {
  router
    .resource('tasks', TasksController)
    .except(['show', 'destroy'])
    .where('id', router.matchers.uuid())
  router
    .group(() => {
      router.post('completion', [CompletionsController, 'store']).as('completion.store')
      router.delete('completion', [CompletionsController, 'destroy']).as('completion.destroy')
      router.post('cancellation', [CancellationsController, 'store']).as('cancellation.store')
      router.delete('cancellation', [CancellationsController, 'destroy']).as('cancellation.destroy')
      router.post('postponement', [PostponementsController, 'store']).as('postponement.store')
    })
    .prefix('tasks/:task_id')
    .as('tasks')
}
