import type { HttpContext } from '@adonisjs/core/http'
import { daysAfter, today } from '#kernel/markets/time'
import { postponeNextAction } from '../actions/next_actions.ts'
import { answerTimeline } from '../answers.ts'
import { inMarket } from '../in_market.ts'
import { dayMoment } from '../moments.ts'
import { plannedEntry, recordToChange } from '../reaching.ts'
import { type RecordSubject, entryAddress } from '../subject.ts'
import { postponementValidator } from '../validators/entry.ts'

/** A next action moves to a later day. */
export default class PostponementsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async store(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const entry = await plannedEntry(ctx, this.subject)
    const { days, on } = await ctx.request.validateUsing(postponementValidator, inMarket(ctx))
    const day = on ?? daysAfter(today(ctx.tenant!.timeZone), days ?? 1)
    const before = entry.nextActionOn
    await postponeNextAction(this.subject, entry, day)
    const notice = {
      key: 'records.next.postponed',
      facts: { day: dayMoment(day, ctx.tenant!).said },
      undo: `${entryAddress(this.subject, entry)}/postponement?on=${before}`,
    }
    return answerTimeline(ctx, this.subject, { record, notice })
  }
}
