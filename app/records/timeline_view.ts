import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { today } from '#kernel/markets/time'
import { isUuid } from '#kernel/tenancy/names'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { writtenKinds } from './kinds.ts'
import { changesText } from './changes_text.ts'
import type TimelineEntry from './models/timeline_entry.ts'
import { type Moment, dayMoment, momentOf } from './moments.ts'
import { type TimelinePlace, pinnedEntries, timelineOf } from './queries/timeline_of.ts'
import type { RecordSubject, SubjectRecord } from './subject.ts'

export interface EntryView {
  entry: TimelineEntry
  icon: string
  tone: string | undefined
  title: string
  /** What was written, or what a change changed, line by line. */
  text: string
  at: Moment
  nextAt: Moment | null
  isLate: boolean
  /** Done so lately that it may have been a slip. */
  isJustDone: boolean
  isMine: boolean
  /** What it said before it was corrected. */
  original: TimelineEntry | null
  url: string
}

export interface TimelineView {
  /** On the first page of the whole story; they stand in their place of it, too. */
  pinned: EntryView[]
  entries: EntryView[]
  next: string | null
  only: string | null
  /** Where entries are written. */
  url: string
  /** The record's own page. */
  recordUrl: string
  mayWrite: boolean
  /** What the clock of the agency shows, for the form. */
  now: string
}

const filters = [...writtenKinds, 'change', 'open'] as const

/** Everything that the timeline's partial shows: the page that was asked for, ready to print. */
export async function timelineView(
  ctx: HttpContext,
  subject: RecordSubject,
  record: SubjectRecord
): Promise<TimelineView> {
  const veil = await subject.veil?.(record)
  const place = { ...placeFrom(ctx, subject, record.id), veil }
  const page = await timelineOf(place)
  const recordUrl = `/app/${subject.room}/${record.id}`
  const pinned = await pinnedAt(place)
  const viewOf = (entry: TimelineEntry) => entryView(entry, ctx, `${recordUrl}/entries/${entry.id}`)
  return {
    pinned: pinned.map(viewOf),
    entries: page.entries.map((entry) => ({
      ...viewOf(entry),
      original: page.originals.get(entry.correctsId ?? '') ?? null,
    })),
    next: page.next,
    only: place.only ?? null,
    url: `${recordUrl}/entries`,
    recordUrl,
    mayWrite: ctx.staff.actor.reaches(subject.permissions.update, record),
    now: clockOf(DateTime.utc(), ctx.tenant as TenantSnapshot),
  }
}

/** What is pinned stands above the beginning of the whole story. */
async function pinnedAt(place: TimelinePlace): Promise<TimelineEntry[]> {
  return place.only || place.after ? [] : pinnedEntries(place)
}

/** One entry as pages show it. */
function entryView(entry: TimelineEntry, ctx: HttpContext, url: string): EntryView {
  const tenant = ctx.tenant as TenantSnapshot
  const isOpen = entry.nextActionOn !== null && entry.nextActionDoneAt === null
  return {
    entry,
    icon: icons[entry.kind],
    tone: entry.outcome ? tones[entry.outcome] : undefined,
    title: ctx.i18n.t(`records.kinds.${entry.kind}`),
    text: entry.kind === 'change' ? changesText(ctx, entry) : entry.details,
    at: momentOf(entry.happenedAt, tenant),
    nextAt: entry.nextActionOn ? dayMoment(entry.nextActionOn, tenant) : null,
    isLate: isOpen && entry.nextActionOn! < today(tenant.timeZone),
    isJustDone: wasJustDone(entry),
    isMine: entry.isBy(ctx.staff.actor.id),
    original: null,
    url,
  }
}

function wasJustDone({ nextActionDoneAt: at }: TimelineEntry): boolean {
  return at !== null && at > DateTime.utc().minus({ days: 1 })
}

const icons = {
  'call': 'phone',
  'email': 'mail',
  'meeting': 'users',
  'site-visit': 'map-pin',
  'whatsapp': 'message-circle',
  'other': 'circle-dot',
  'note': 'sticky-note',
  'change': 'pencil',
}

const tones = {
  'positive': 'success',
  'neutral': undefined,
  'negative': 'error',
  'follow-up': 'warning',
}

/** An entry in the form that corrects it. */
export function entryForm(ctx: HttpContext, subject: RecordSubject, entry: TimelineEntry) {
  const tenant = ctx.tenant as TenantSnapshot
  const recordUrl = `/app/${subject.room}/${entry.subjectId}`
  return {
    entry,
    recordUrl,
    url: `${recordUrl}/entries/${entry.id}`,
    now: clockOf(entry.happenedAt, tenant),
  }
}

function clockOf(instant: DateTime, { timeZone }: TenantSnapshot): string {
  return instant.setZone(timeZone).toFormat("yyyy-MM-dd'T'HH:mm")
}

function placeFrom(ctx: HttpContext, subject: RecordSubject, subjectId: string): TimelinePlace {
  const { only, earlier } = ctx.request.qs()
  return {
    subjectType: subject.type,
    subjectId,
    only: filters.find((filter) => filter === only),
    after: isUuid(earlier) ? earlier : undefined,
  }
}
