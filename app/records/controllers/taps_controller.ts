import type { HttpContext } from '@adonisjs/core/http'
import { WriteEntry } from '../actions/write_entry.ts'
import { answerTap } from '../answers.ts'
import { inMarket } from '../in_market.ts'
import { recordToChange } from '../reaching.ts'
import { type RecordSubject, entryAddress } from '../subject.ts'
import { tapValidator } from '../validators/entry.ts'

/** Somebody tapped a number or an address: that is an interaction, and how it went can follow. */
export default class TapsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async store(ctx: HttpContext) {
    const record = await recordToChange(ctx, this.subject)
    const { kind, to } = await ctx.request.validateUsing(tapValidator, inMarket(ctx))
    const details = ctx.i18n.t(`records.tap.${kind}`, { to })
    const entry = await new WriteEntry().handle(this.subject, record.id, {
      kind,
      details,
      facts: { tapped: true },
    })
    const notice = {
      key: 'records.tap.logged',
      undo: `${entryAddress(this.subject, entry)}?_method=DELETE`,
    }
    return answerTap(ctx, this.subject, { record, notice })
  }
}
