import type { HttpContext } from '@adonisjs/core/http'
import { answerTimeline } from '../answers.ts'
import { ownEntry, recordToChange } from '../reaching.ts'
import type { RecordSubject } from '../subject.ts'

/** Takes the deletion of an own entry back. */
export default class RestorationsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async store(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const entry = await ownEntry(ctx, this.subject, { deleted: true })
    await entry.restore()
    await this.subject.touched([record.id], 'timeline')
    return answerTimeline(ctx, this.subject, { record, notice: { key: 'records.entry.restored' } })
  }
}
