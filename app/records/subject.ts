import type { HttpContext } from '@adonisjs/core/http'

/** What every record that has a timeline, tags or fields shows of itself. */
export interface SubjectRecord {
  id: string
  ownerId: string | null
  teamId: string | null
}

/** Another page on which next actions are worked off, and which is answered instead of the timeline. */
export interface OtherPlace {
  path: string
  /** The part of that page that htmx swaps, with a toast of what was done. */
  render(ctx: HttpContext, toast: object): Promise<string>
}

/**
 * A kind of record to which this room adds a timeline, tags and custom fields. A module states
 * it once and draws its routes with `drawRecordRoutes`.
 */
export interface RecordSubject {
  /** Tells its entries, tags and fields apart from those of other records: `contact`. */
  type: string
  /** The module's room, with which paths and route names begin: `contacts`. */
  room: string
  /** i18n key of what such records are called together. */
  title: string
  permissions: { view: string; update: string }
  /** What these records are called, as far as the current actor may see them. */
  titles?(ids: string[]): Promise<{ id: string; title: string }[]>
  /** The record, if the current actor may see it. */
  find(id: string): Promise<SubjectRecord | null>
  /** The timeline or the tags of these records changed: time to renew what the records keep of them. */
  touched(ids: string[], part: 'timeline' | 'tags'): Promise<void>
  /** How texts on this record's timeline read to the current actor; null: as they were written. */
  veil?(record: SubjectRecord): Promise<((text: string) => string) | null>
  /** By the name that such a page sends as `back`; `today` is there for all of them. */
  elsewhere?: Record<string, OtherPlace>
}

/** Where an entry on such a record's timeline is changed, deleted and settled. */
export function entryAddress(
  { room }: RecordSubject,
  { subjectId, id }: { subjectId: string; id: string }
): string {
  return `/app/${room}/${subjectId}/entries/${id}`
}

const subjects = new Map<string, RecordSubject>()

/** Known from the moment that its routes are drawn. */
export function introduceSubject(subject: RecordSubject): void {
  subjects.set(subject.type, subject)
}

/** The kinds of records of the modules that are on. */
export function subjectsOf(modules: ReadonlySet<string>): RecordSubject[] {
  return [...subjects.values()].filter(({ room }) => modules.has(room))
}
