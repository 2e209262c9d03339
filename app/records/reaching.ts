import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotHere } from '#kernel/http/errors'
import type StoredFile from '#kernel/files/stored_file'
import { restorableSince } from '#kernel/models/soft_deletes'
import { isUuid } from '#kernel/tenancy/names'
import TimelineEntry from './models/timeline_entry.ts'
import { attachedTo } from './queries/attachments_of.ts'
import type { RecordSubject, SubjectRecord } from './subject.ts'

/** The record that the address names, for one who may see it. */
export async function recordToSee(
  { params }: HttpContext,
  subject: RecordSubject
): Promise<SubjectRecord> {
  const record = isUuid(params.subject_id) ? await subject.find(params.subject_id) : null
  if (!record) throw new NotHere()
  return record
}

/** The same for one who may change it: else 404, then 403. */
export async function recordToChange(
  ctx: HttpContext,
  subject: RecordSubject
): Promise<SubjectRecord> {
  const record = await recordToSee(ctx, subject)
  const { staff } = ctx
  const permission = subject.permissions.update
  if (!staff.actor.reaches(permission, record)) throw new Forbidden(permission)
  return record
}

/** An entry on this record's timeline. */
async function entryOf(
  { params }: HttpContext,
  subject: RecordSubject,
  { deleted = false } = {}
): Promise<TimelineEntry> {
  if (!isUuid(params.id)) throw new NotHere()
  const query = deleted ? TimelineEntry.withDeleted() : TimelineEntry.query()
  const entry = await query
    .where({ subjectType: subject.type, subjectId: params.subject_id, id: params.id })
    .first()
  if (!entry) throw new NotHere()
  return entry
}

/** An entry that the current person wrote: nobody rewrites what somebody else said. */
export async function ownEntry(
  ctx: HttpContext,
  subject: RecordSubject,
  options: { deleted?: boolean } = {}
): Promise<TimelineEntry> {
  const entry = await entryOf(ctx, subject, options)
  if (!entry.isBy(ctx.staff.actor.id)) throw new Forbidden('records.own_entries')
  return entry
}

/** An entry that somebody wrote, whoever it was. */
export async function writtenEntry(
  ctx: HttpContext,
  subject: RecordSubject
): Promise<TimelineEntry> {
  const entry = await entryOf(ctx, subject)
  if (entry.kind === 'change') throw new NotHere()
  return entry
}

/** A file on this record; a deleted one as long as it can come back. */
export async function attachmentOf(
  { params }: HttpContext,
  subject: RecordSubject,
  { deleted }: { deleted: boolean }
): Promise<StoredFile> {
  if (!isUuid(params.id)) throw new NotHere()
  const place = { subjectType: subject.type, subjectId: params.subject_id }
  const query = attachedTo(place).where('id', params.id)
  const file = deleted
    ? await query.where('deleted_at', '>', restorableSince().toJSDate()).first()
    : await query.whereNull('deleted_at').first()
  if (!file) throw new NotHere()
  return file
}

/** An entry that says what to do next. */
export async function plannedEntry(
  ctx: HttpContext,
  subject: RecordSubject
): Promise<TimelineEntry> {
  const entry = await entryOf(ctx, subject)
  if (entry.nextAction === null) throw new NotHere()
  return entry
}
