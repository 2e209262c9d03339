import { DateTime } from 'luxon'
import { type Result, done, refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import { NextActionAgreed } from '../events/next_action_agreed.ts'
import TimelineEntry from '../models/timeline_entry.ts'
import type { RecordSubject } from '../subject.ts'
import { type EntryDraft, written } from './write_entry.ts'

/** Puts a corrected entry in the place of the first one, which is kept, hidden, as it was. */
export class CorrectEntry {
  async handle(
    subject: RecordSubject,
    entry: TimelineEntry,
    draft: EntryDraft & { version: number }
  ): Promise<Result<TimelineEntry, 'stale'>> {
    entry.deletedAt = DateTime.utc()
    entry.deletedBy = entry.authorId
    if (!(await entry.saveSeen(draft.version))) return refused('stale')

    const corrected = await TimelineEntry.create({
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      ...written({ happenedAt: entry.happenedAt, ...draft }),
      nextActionDoneAt: draft.nextActionOn === entry.nextActionOn ? entry.nextActionDoneAt : null,
      pinnedAt: entry.pinnedAt,
      correctsId: entry.id,
    })
    if (corrected.nextActionOn && !entry.nextActionOn) unit().tell(new NextActionAgreed(corrected))
    await subject.touched([entry.subjectId], 'timeline')
    return done(corrected)
  }
}
