import { DateTime } from 'luxon'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { NextActionAgreed } from '../events/next_action_agreed.ts'
import type { Outcome, WrittenKind } from '../kinds.ts'
import TimelineEntry, { type EntryFacts } from '../models/timeline_entry.ts'
import type { RecordSubject } from '../subject.ts'

export interface EntryDraft {
  kind: WrittenKind
  happenedAt?: DateTime
  details?: string | null
  outcome?: Outcome | null
  nextAction?: string | null
  nextActionOn?: string | null
  facts?: EntryFacts
}

/** Writes an interaction or a note on a record's timeline, in the name of whoever acts. */
export class WriteEntry {
  async handle(
    subject: RecordSubject,
    subjectId: string,
    draft: EntryDraft
  ): Promise<TimelineEntry> {
    const entry = await TimelineEntry.create({
      subjectType: subject.type,
      subjectId,
      ...written(draft),
    })
    if (entry.nextActionOn) unit().tell(new NextActionAgreed(entry))
    await subject.touched([subjectId], 'timeline')
    return entry
  }
}

/** The columns of what somebody wrote; a note has no outcome. */
export function written(draft: EntryDraft) {
  const actor = currentActor()
  return {
    kind: draft.kind,
    happenedAt: draft.happenedAt ?? DateTime.utc(),
    details: draft.details ?? '',
    outcome: draft.kind === 'note' ? null : (draft.outcome ?? null),
    nextAction: draft.nextAction ?? null,
    nextActionOn: draft.nextActionOn ?? null,
    facts: draft.facts ?? {},
    authorId: actor.id,
    authorName: actor.name,
  }
}
