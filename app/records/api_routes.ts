import type { HttpContext, Router } from '@adonisjs/core/http'
import type { RecordSubject } from './subject.ts'

const timelines = () => import('./controllers/api/v1/timelines_controller.ts')
const tags = () => import('./controllers/api/v1/tags_controller.ts')

/** Draws what programs may do with the timeline and the tags of a kind of record. */
export function drawRecordApi(router: Router, subject: RecordSubject): void {
  const group = router.group(() => {
    router.get('timeline', onTimeline('index', subject)).as('timeline.index')
    router.post('timeline', onTimeline('store', subject)).as('timeline.store')
    router.post('tags', onTags('store', subject)).as('tags.store')
    router.delete('tags/:tag', onTags('destroy', subject)).as('tags.destroy')
  })
  group.prefix(`${subject.room}/:subject_id`).as(subject.room)
}

function onTimeline(method: 'index' | 'store', subject: RecordSubject) {
  return async (ctx: HttpContext) => {
    const { default: TimelinesController } = await timelines()
    return new TimelinesController(subject)[method](ctx)
  }
}

function onTags(method: 'store' | 'destroy', subject: RecordSubject) {
  return async (ctx: HttpContext) => {
    const { default: TagsController } = await tags()
    return new TagsController(subject)[method](ctx)
  }
}
