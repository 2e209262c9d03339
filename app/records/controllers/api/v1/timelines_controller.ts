import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { answer, answerPage } from '#kernel/api/answers'
import { cursorRefused, pageAsked } from '#kernel/api/paging'
import { asked, sent } from '#kernel/api/sent'
import { refuse } from '#kernel/http/refuse'
import { isUuid } from '#kernel/tenancy/names'
import { WriteEntry } from '../../../actions/write_entry.ts'
import { apiEntry } from '../../../api_entry.ts'
import { isAhead } from '../../../entry_draft.ts'
import { timelineOf } from '../../../queries/timeline_of.ts'
import { recordToChange, recordToSee } from '../../../reaching.ts'
import type { RecordSubject } from '../../../subject.ts'
import { apiEntryValidator, timelineQuestion } from '../../../validators/api_entry.ts'

const inFuture = { status: 422, key: 'records.entry.in_future', field: 'happenedAt' }

/** What happened to a record, for programs. */
export default class TimelinesController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async index(ctx: HttpContext) {
    const record = await recordToSee(ctx, this.subject)
    const question = await ctx.request.validateUsing(timelineQuestion, asked(ctx))
    const { limit, after } = pageAsked(question)
    if (after !== undefined && !isUuid(after)) throw cursorRefused(ctx)
    const veil = await this.subject.veil?.(record)
    const named = { subjectType: this.subject.type, subjectId: record.id, veil }
    const place = { ...named, only: question.only, limit }
    const { entries, next } = await timelineOf({ ...place, after })
    answerPage(ctx, { data: entries.map((entry) => apiEntry(entry, ctx.i18n)), next })
  }

  async store(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const { happenedAt, ...typed } = await ctx.request.validateUsing(apiEntryValidator, sent(ctx))
    const draft = { ...typed, happenedAt: happenedAt ? DateTime.fromISO(happenedAt) : undefined }
    if (isAhead(draft)) return refuse(ctx, inFuture)
    const entry = await new WriteEntry().handle(this.subject, record.id, draft)
    await entry.refresh()
    answer(ctx, apiEntry(entry, ctx.i18n), 201)
  }
}
