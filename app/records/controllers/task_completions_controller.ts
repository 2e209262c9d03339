import type { HttpContext } from '@adonisjs/core/http'
import { takeTaskStep } from '../task_answers.ts'

/** A task is done, or not after all. */
export default class TaskCompletionsController {
  async store(ctx: HttpContext) {
    return takeTaskStep(ctx, 'done')
  }

  async destroy(ctx: HttpContext) {
    return takeTaskStep(ctx, 'open')
  }
}
