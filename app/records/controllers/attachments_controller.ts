import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { discardFile } from '#kernel/files/file_store'
import { type Unattachable, type Upload, attachFiles } from '../actions/attach_files.ts'
import { answerAttachments } from '../answers.ts'
import { attachmentOf, recordToChange } from '../reaching.ts'
import type { RecordSubject } from '../subject.ts'

/** Files that hang on a record. */
export default class AttachmentsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async store(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const uploads = uploadsFrom(ctx)
    if (!Array.isArray(uploads)) return refuse(ctx, refusal(uploads))
    const result = await attachFiles({ type: this.subject.type, id: record.id }, uploads)
    if (!result.ok) return refuse(ctx, refusal(result.reason))
    const notice = { key: 'records.attachments.added', facts: { count: result.value } }
    return answerAttachments(ctx, this.subject, { record, notice })
  }

  async destroy(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const file = await attachmentOf(ctx, this.subject, { deleted: false })
    await discardFile(file)
    const undo = `/app/${this.subject.room}/${record.id}/attachments/${file.id}/restoration`
    const notice = { key: 'records.attachments.deleted', facts: { name: file.name }, undo }
    return answerAttachments(ctx, this.subject, { record, notice })
  }
}

function refusal(reason: Unattachable | 'none') {
  return { status: 422, key: `records.attachments.refused.${reason}`, field: 'files' }
}

/** All files that were sent; or why they cannot be taken. */
function uploadsFrom({ request }: HttpContext): Upload[] | 'none' | 'too_large' {
  const files = request.files('files', { size: '25mb' })
  if (files.some(({ errors }) => errors.some(({ type }) => type === 'size'))) return 'too_large'
  const uploads = files.flatMap(({ tmpPath, clientName }) =>
    tmpPath ? [{ path: tmpPath, name: clientName }] : []
  )
  return uploads.length > 0 ? uploads : 'none'
}
