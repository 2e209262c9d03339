import type { HttpContext } from '@adonisjs/core/http'
import { completeNextAction } from '../actions/next_actions.ts'
import { answerTimeline } from '../answers.ts'
import { plannedEntry, recordToChange } from '../reaching.ts'
import { type RecordSubject, entryAddress } from '../subject.ts'

/** A next action is done, or not after all. */
export default class CompletionsController {
  private readonly subject: RecordSubject

  constructor(subject: RecordSubject) {
    this.subject = subject
  }

  async store(ctx: HttpContext) {
    return this.#settle(ctx, { again: false })
  }

  async destroy(ctx: HttpContext) {
    return this.#settle(ctx, { again: true })
  }

  async #settle(ctx: HttpContext, { again }: { again: boolean }) {
    const record = await recordToChange(ctx, this.subject)
    const entry = await plannedEntry(ctx, this.subject)
    await completeNextAction(this.subject, entry, { again })
    const undo = `${entryAddress(this.subject, entry)}/completion?_method=DELETE`
    const notice = again ? { key: 'records.next.open_again' } : { key: 'records.next.done', undo }
    return answerTimeline(ctx, this.subject, { record, notice })
  }
}
