import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { answerTimeline } from '../answers.ts'
import { recordToChange, writtenEntry } from '../reaching.ts'
import type { RecordSubject } from '../subject.ts'

/** What must not be overlooked stays at the top of the story. */
export default class PinsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  store(ctx: HttpContext) {
    return this.#pin(ctx, DateTime.utc(), 'records.entry.pinned')
  }

  destroy(ctx: HttpContext) {
    return this.#pin(ctx, null, 'records.entry.unpinned')
  }

  async #pin(ctx: HttpContext, pinnedAt: DateTime | null, key: string) {
    const record = await recordToChange(ctx, this.subject)
    const entry = await writtenEntry(ctx, this.subject)
    await entry.merge({ pinnedAt }).save()
    return answerTimeline(ctx, this.subject, { record, notice: { key } })
  }
}
