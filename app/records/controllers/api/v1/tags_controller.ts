import type { HttpContext } from '@adonisjs/core/http'
import { answer, answerNothing } from '#kernel/api/answers'
import { sent } from '#kernel/api/sent'
import { tagRecords, untagRecords } from '../../../actions/tag_records.ts'
import { tagsOf } from '../../../queries/tags_of.ts'
import { recordToChange } from '../../../reaching.ts'
import type { RecordSubject } from '../../../subject.ts'
import { addedTagsValidator } from '../../../validators/api_entry.ts'

/** Tags are put on and taken off one by one, so that two programs cannot undo each other. */
export default class TagsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async store(ctx: HttpContext) {
    const { id } = await recordToChange(ctx, this.subject)
    const { tags } = await ctx.request.validateUsing(addedTagsValidator, sent(ctx))
    await tagRecords(this.subject.type, [id], tags)
    await this.subject.touched([id], 'tags')
    answer(ctx, { tags: await tagsOf(this.subject.type, id) })
  }

  async destroy(ctx: HttpContext) {
    const { id } = await recordToChange(ctx, this.subject)
    await untagRecords(this.subject.type, [id], [String(ctx.params.tag)])
    await this.subject.touched([id], 'tags')
    answerNothing(ctx)
  }
}
