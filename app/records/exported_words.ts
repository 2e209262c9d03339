import type { I18n } from '@adonisjs/i18n'
import { DateTime } from 'luxon'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { StatusLine, TimelineLine } from './queries/exported_story.ts'

export interface StoryReader {
  i18n: I18n
  tenant: TenantSnapshot
}

/** "2026-11-21 14:05" in the agency's time zone: sorts as text, and every spreadsheet reads it. */
export function dayAndTime(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd HH:mm')
}

/** The notes of a record, a line for each. */
export function saidNotes(lines: TimelineLine[] = [], reader: StoryReader): string {
  return lines
    .filter(({ kind }) => kind === 'note')
    .map((entry) => saidNote(entry, reader))
    .join('\n')
}

/** The interactions of a record, a line for each. */
export function saidInteractions(lines: TimelineLine[] = [], reader: StoryReader): string {
  return lines
    .filter(({ kind }) => kind !== 'note')
    .map((entry) => saidInteraction(entry, reader))
    .join('\n')
}

/** The steps of a record's status, a line for each; `words` is where the statuses have theirs. */
export function saidSteps(
  lines: StatusLine[] = [],
  words: string,
  { i18n, tenant }: StoryReader
): string {
  return lines
    .map(({ to_status: status, actor_name: actor, created_at: at, reason }) => {
      const by = actor ? ` ${actor}` : ''
      const why = reason ? ` (${reason})` : ''
      return `${dayAndTime(at, tenant.timeZone)}${by}: ${i18n.t(`${words}.${status}`)}${why}`
    })
    .join('\n')
}

function saidNote(
  { happened_at: at, details, author_name: author }: TimelineLine,
  { tenant }: StoryReader
): string {
  return `${dayAndTime(at, tenant.timeZone)}${author ? ` ${author}` : ''}: ${details}`
}

/** When, what, how it ended, and what was agreed to do next. */
function saidInteraction(entry: TimelineLine, { i18n, tenant }: StoryReader): string {
  const what = i18n.t(`records.kinds.${entry.kind}`)
  const outcome = entry.outcome ? ` (${i18n.t(`records.outcomes.${entry.outcome}`)})` : ''
  const said = `${dayAndTime(entry.happened_at, tenant.timeZone)} ${what}${outcome}: ${entry.details}`
  if (!entry.next_action) return said
  const facts = { action: entry.next_action, day: entry.next_action_on ?? '' }
  return `${said} ${i18n.t('records.export.next', facts)}`
}
