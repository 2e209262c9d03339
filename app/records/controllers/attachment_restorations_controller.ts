import type { HttpContext } from '@adonisjs/core/http'
import { answerAttachments } from '../answers.ts'
import { attachmentOf, recordToChange } from '../reaching.ts'
import type { RecordSubject } from '../subject.ts'

/** Brings a deleted file back. */
export default class AttachmentRestorationsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async store(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const file = await attachmentOf(ctx, this.subject, { deleted: true })
    await file.merge({ deletedAt: null, deletedBy: null }).save()
    const notice = { key: 'records.attachments.restored', facts: { name: file.name } }
    return answerAttachments(ctx, this.subject, { record, notice })
  }
}
