import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { CorrectEntry } from '../actions/correct_entry.ts'
import { WriteEntry } from '../actions/write_entry.ts'
import { answerTimeline } from '../answers.ts'
import { entryDraft, isAhead } from '../entry_draft.ts'
import { inMarket } from '../in_market.ts'
import type TimelineEntry from '../models/timeline_entry.ts'
import { dayMoment } from '../moments.ts'
import { ownEntry, recordToChange } from '../reaching.ts'
import { type RecordSubject, entryAddress } from '../subject.ts'
import { entryForm } from '../timeline_view.ts'
import { correctionValidator, entryValidator } from '../validators/entry.ts'

const inFuture = { status: 422, key: 'records.entry.in_future', field: 'happenedAt' }

/** Interactions and notes on a record's timeline. */
export default class EntriesController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async store(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const typed = await ctx.request.validateUsing(entryValidator, inMarket(ctx))
    const draft = entryDraft(typed, ctx.tenant!.timeZone)
    if (isAhead(draft)) return refuse(ctx, inFuture)

    const entry = await new WriteEntry().handle(this.subject, record.id, draft)
    const undo = `${entryAddress(this.subject, entry)}?_method=DELETE`
    const notice = { ...writtenNotice(ctx, entry), undo }
    return answerTimeline(ctx, this.subject, { record, notice, freshForm: true })
  }

  async edit(ctx: HttpContext) {
    await recordToChange(ctx, this.subject)
    const entry = await ownEntry(ctx, this.subject)
    const state = { form: entryForm(ctx, this.subject, entry) }
    if (ctx.request.wantsFragment())
      return ctx.view.render('pages/records/partials/entry_correction', state)
    return ctx.view.render('pages/records/correct_entry', state)
  }

  async update(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const entry = await ownEntry(ctx, this.subject)
    const typed = await ctx.request.validateUsing(correctionValidator, inMarket(ctx))
    const draft = entryDraft(typed, ctx.tenant!.timeZone)
    if (isAhead(draft)) return refuse(ctx, inFuture)

    const correction = { ...draft, version: typed.version }
    const result = await new CorrectEntry().handle(this.subject, entry, correction)
    if (!result.ok) return refuse(ctx, { status: 409, key: 'records.entry.stale' })
    return answerTimeline(ctx, this.subject, { record, notice: { key: 'records.entry.corrected' } })
  }

  async destroy(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const entry = await ownEntry(ctx, this.subject)
    await entry.softDelete()
    await this.subject.touched([record.id], 'timeline')
    const undo = `${entryAddress(this.subject, entry)}/restoration`
    const notice = { key: 'records.entry.deleted', undo }
    return answerTimeline(ctx, this.subject, { record, notice })
  }
}

function writtenNotice({ tenant }: HttpContext, { nextActionOn: day }: TimelineEntry) {
  if (!day) return { key: 'records.entry.written' }
  return { key: 'records.entry.planned', facts: { day: dayMoment(day, tenant!).said } }
}
