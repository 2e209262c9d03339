import type { Router } from '@adonisjs/core/http'
import { type ControllerOf, answerWith } from '#kernel/http/answer_with'
import { type RecordSubject, introduceSubject } from './subject.ts'

/**
 * Draws what this room adds to a kind of record: its timeline, the next actions on it, its
 * tags and files. Called in the module's own routes, so the module's gate stands before all of them.
 */
export function drawRecordRoutes(router: Router, subject: RecordSubject): void {
  introduceSubject(subject)
  const group = router.group(() => {
    drawTimeline(router, subject)
    drawNextActions(router, subject)
    drawAttachments(router, subject)
  })
  group.prefix(`${subject.room}/:subject_id`).as(subject.room)
}

function drawTimeline(router: Router, subject: RecordSubject): void {
  const entries = () => import('./controllers/entries_controller.ts')
  const restorations = () => import('./controllers/restorations_controller.ts')
  const pins = () => import('./controllers/pins_controller.ts')
  const taps = () => import('./controllers/taps_controller.ts')
  const taggings = () => import('./controllers/taggings_controller.ts')

  router.post('entries', on(entries, 'store', subject)).as('entries.store')
  router.get('entries/:id/edit', on(entries, 'edit', subject)).as('entries.edit')
  router.put('entries/:id', on(entries, 'update', subject)).as('entries.update')
  router.delete('entries/:id', on(entries, 'destroy', subject)).as('entries.destroy')
  router
    .post('entries/:id/restoration', on(restorations, 'store', subject))
    .as('entries.restoration.store')
  router.post('entries/:id/pin', on(pins, 'store', subject)).as('entries.pin.store')
  router.delete('entries/:id/pin', on(pins, 'destroy', subject)).as('entries.pin.destroy')
  router.post('taps', on(taps, 'store', subject)).as('taps.store')
  router.put('tags', on(taggings, 'update', subject)).as('tags.update')
}

function drawNextActions(router: Router, subject: RecordSubject): void {
  const completions = () => import('./controllers/completions_controller.ts')
  const postponements = () => import('./controllers/postponements_controller.ts')

  router
    .post('entries/:id/completion', on(completions, 'store', subject))
    .as('entries.completion.store')
  router
    .delete('entries/:id/completion', on(completions, 'destroy', subject))
    .as('entries.completion.destroy')
  router
    .post('entries/:id/postponement', on(postponements, 'store', subject))
    .as('entries.postponement.store')
}

function drawAttachments(router: Router, subject: RecordSubject): void {
  const attachments = () => import('./controllers/attachments_controller.ts')
  const restorations = () => import('./controllers/attachment_restorations_controller.ts')

  router.post('attachments', on(attachments, 'store', subject)).as('attachments.store')
  router.delete('attachments/:id', on(attachments, 'destroy', subject)).as('attachments.destroy')
  router
    .post('attachments/:id/restoration', on(restorations, 'store', subject))
    .as('attachments.restoration.store')
}

/** A controller of this room at work for one kind of record. */
function on<Method extends string>(
  load: () => Promise<{ default: ControllerOf<RecordSubject, Method> }>,
  method: Method,
  subject: RecordSubject
) {
  return answerWith(load, method, () => subject)
}
