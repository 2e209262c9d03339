import type { HttpContext } from '@adonisjs/core/http'
import { renderToday } from '#kernel/today/today_list'
import type { OtherPlace, RecordSubject, SubjectRecord } from './subject.ts'
import { timelineView } from './timeline_view.ts'

export interface Notice {
  /** i18n key. */
  key: string
  facts?: Record<string, string | number>
  /** Where a post takes the deed back. */
  undo?: string
}

/** Next actions of every kind of record are worked off on the first page. */
const today: OtherPlace = { path: '/app', render: renderToday }

/** The timeline as it now is, in place or back on the record's page, with what was done. */
export async function answerTimeline(
  ctx: HttpContext,
  subject: RecordSubject,
  { record, notice, freshForm }: { record: SubjectRecord; notice: Notice; freshForm?: boolean }
) {
  const { back } = ctx.request.qs()
  const places: Record<string, OtherPlace> = { today, ...subject.elsewhere }
  const other = Object.hasOwn(places, back) ? places[back] : undefined
  if (!ctx.request.wantsFragment()) {
    ctx.session.flash('notice', notice)
    return ctx.response.redirect().toPath(other?.path ?? `/app/${subject.room}/${record.id}`)
  }
  const toast = toastOf(ctx, notice)
  if (other) return other.render(ctx, toast)
  const timeline = await timelineView(ctx, subject, record)
  return ctx.view.render('pages/records/partials/timeline', { timeline, toast, freshForm })
}

/** A notice as the toast component takes it. */
export function toastOf(ctx: HttpContext, { key, facts, undo }: Notice) {
  return {
    kind: 'success',
    text: ctx.i18n.t(key, facts ?? {}),
    undo: undo && { url: undo, label: ctx.i18n.t('kit.undo') },
    oob: true,
  }
}
