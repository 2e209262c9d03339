import type { HttpContext } from '@adonisjs/core/http'
import { takeTaskStep } from '../task_answers.ts'

/** A task is not needed any more, or is after all. */
export default class TaskCancellationsController {
  async store(ctx: HttpContext) {
    return takeTaskStep(ctx, 'cancelled')
  }

  async destroy(ctx: HttpContext) {
    return takeTaskStep(ctx, 'open')
  }
}
