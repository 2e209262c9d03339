import { DateTime } from 'luxon'
import type TimelineEntry from '../models/timeline_entry.ts'
import type { RecordSubject } from '../subject.ts'

/** Done, and off everybody's list; `again` puts it back. */
export async function completeNextAction(
  subject: RecordSubject,
  entry: TimelineEntry,
  { again = false } = {}
): Promise<void> {
  await entry.merge({ nextActionDoneAt: again ? null : DateTime.utc() }).save()
  await subject.touched([entry.subjectId], 'timeline')
}

/** Not today: the same next action on a later day. */
export async function postponeNextAction(
  subject: RecordSubject,
  entry: TimelineEntry,
  day: string
): Promise<void> {
  await entry.merge({ nextActionOn: day }).save()
  await subject.touched([entry.subjectId], 'timeline')
}
