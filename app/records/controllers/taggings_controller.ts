import type { HttpContext } from '@adonisjs/core/http'
import { retagRecord, tidyTags } from '../actions/tag_records.ts'
import { toastOf } from '../answers.ts'
import { inMarket } from '../in_market.ts'
import { recordToChange } from '../reaching.ts'
import type { RecordSubject } from '../subject.ts'
import { tagsView } from '../tags_view.ts'
import { tagsValidator } from '../validators/entry.ts'

/** The tags of one record, edited where they stand. */
export default class TaggingsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async update(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const { tags } = await ctx.request.validateUsing(tagsValidator, inMarket(ctx))
    const names = tidyTags(tags ?? [])
    await retagRecord(this.subject.type, record.id, names)
    await this.subject.touched([record.id], 'tags')

    const notice = { key: 'records.tags.saved' }
    if (!ctx.request.wantsFragment()) {
      ctx.session.flash('notice', notice)
      return ctx.response.redirect().toPath(`/app/${this.subject.room}/${record.id}`)
    }
    return ctx.view.render('pages/records/partials/tags', {
      tags: await tagsView(ctx, this.subject, { record, names }),
      toast: toastOf(ctx, notice),
    })
  }
}
