import { unitSql } from '#kernel/tenancy/sql'

export interface TimelineLine {
  subject_id: string
  kind: string
  happened_at: Date
  details: string
  outcome: string | null
  next_action: string | null
  next_action_on: string | null
  author_name: string | null
}

export interface StatusLine {
  subject_id: string
  from_status: string
  to_status: string
  reason: string | null
  actor_name: string | null
  created_at: Date
}

/** What an export tells of the story of records, by their ids. */
export interface ExportedStory {
  timeline: Map<string, TimelineLine[]>
  steps: Map<string, StatusLine[]>
}

export async function exportedStory(subjectType: string, ids: string[]): Promise<ExportedStory> {
  return {
    timeline: await timelineOf(subjectType, ids),
    steps: await stepsOf(subjectType, ids),
  }
}

async function timelineOf(subjectType: string, ids: string[]) {
  const { rows } = await unitSql<TimelineLine>(
    `select subject_id, kind, happened_at, details, outcome, next_action, next_action_on, author_name
       from timeline_entries
      where subject_type = ? and subject_id = any(?) and deleted_at is null and kind <> 'change'
      order by subject_id, happened_at, id`,
    [subjectType, ids]
  )
  return Map.groupBy(rows, ({ subject_id }) => subject_id)
}

async function stepsOf(subjectType: string, ids: string[]) {
  const { rows } = await unitSql<StatusLine>(
    `select subject_id, from_status, to_status, reason, actor_name, created_at from status_steps
      where subject_type = ? and subject_id = any(?) order by subject_id, id`,
    [subjectType, ids]
  )
  return Map.groupBy(rows, ({ subject_id }) => subject_id)
}
