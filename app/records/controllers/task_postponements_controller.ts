import type { HttpContext } from '@adonisjs/core/http'
import { daysAfter, today } from '#kernel/markets/time'
import { postponeTask } from '../actions/save_task.ts'
import { inMarket } from '../in_market.ts'
import { dayMoment } from '../moments.ts'
import { answerTask, taskInReach } from '../task_answers.ts'
import { postponementValidator } from '../validators/entry.ts'

/** A task moves to a later day. */
export default class TaskPostponementsController {
  async store(ctx: HttpContext) {
    const task = await taskInReach(ctx)
    const { days, on } = await ctx.request.validateUsing(postponementValidator, inMarket(ctx))
    const day = on ?? daysAfter(today(ctx.tenant!.timeZone), days ?? 1)
    const { dueOn: before } = task
    await postponeTask(task, day)
    const facts = { day: dayMoment(day, ctx.tenant!).said }
    const undo = before ? `/app/tasks/${task.id}/postponement?on=${before}` : undefined
    return answerTask(ctx, { key: 'records.next.postponed', facts, undo })
  }
}
