import type { HttpContext } from '@adonisjs/core/http'
import { renderToday } from '#kernel/today/today_list'
import type { OtherPlace, RecordSubject, SubjectRecord } from './subject.ts'
import { attachmentsView } from './attachments_view.ts'
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
  const place = placeAsked(ctx, subject)
  const said = undoneAt(place?.name, notice)
  if (!ctx.request.wantsFragment()) {
    ctx.session.flash('notice', said)
    return ctx.response.redirect().toPath(place?.path ?? `/app/${subject.room}/${record.id}`)
  }
  const toast = toastOf(ctx, said)
  if (place) return place.render(ctx, toast)
  const timeline = await timelineView(ctx, subject, record)
  return ctx.view.render('pages/records/partials/timeline', { timeline, toast, freshForm })
}

/** What a tap says when it is written down: the page that it was made on stays as it is. */
export async function answerTap(
  ctx: HttpContext,
  subject: RecordSubject,
  { record, notice }: { record: SubjectRecord; notice: Notice }
) {
  if (!ctx.request.wantsFragment()) return answerTimeline(ctx, subject, { record, notice })
  const toast = toastOf(ctx, undoneAt(placeAsked(ctx, subject)?.name, notice))
  return ctx.view.render('components/toast', { ...toast, oob: false })
}

/** Where the person was, other than on the record's page. */
function placeAsked({ request }: HttpContext, subject: RecordSubject) {
  const { back: name } = request.qs()
  const places: Record<string, OtherPlace> = { today, ...subject.elsewhere }
  return Object.hasOwn(places, name) ? { name, ...places[name] } : null
}

/** Whoever takes a deed back is led to where they did it. */
export function undoneAt(back: string | undefined, notice: Notice): Notice {
  const { undo } = notice
  if (!back || !undo) return notice
  return { ...notice, undo: `${undo}${undo.includes('?') ? '&' : '?'}back=${back}` }
}

/** The files as they now are, in place or back on the record's page, with what was done. */
export async function answerAttachments(
  ctx: HttpContext,
  subject: RecordSubject,
  { record, notice }: { record: SubjectRecord; notice: Notice }
) {
  if (!ctx.request.wantsFragment()) {
    ctx.session.flash('notice', notice)
    return ctx.response.redirect().toPath(`/app/${subject.room}/${record.id}`)
  }
  const attachments = await attachmentsView(ctx, subject, record)
  const toast = toastOf(ctx, notice)
  return ctx.view.render('pages/records/partials/attachments', { attachments, toast })
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
