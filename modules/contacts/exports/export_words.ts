import { DateTime } from 'luxon'
import type { StatusLine, TimelineLine } from './export_page.ts'
import type { ExportReader } from './export_columns.ts'

/** "2026-11-21 14:05" in the agency's time zone: sorts as text, and every spreadsheet reads it. */
export function dayAndTime(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd HH:mm')
}

export function saidNote(
  { happened_at: at, details, author_name: author }: TimelineLine,
  { tenant }: ExportReader
): string {
  return `${dayAndTime(at, tenant.timeZone)}${author ? ` ${author}` : ''}: ${details}`
}

/** When, what, how it ended, and what was agreed to do next. */
export function saidInteraction(entry: TimelineLine, { i18n, tenant }: ExportReader): string {
  const what = i18n.t(`records.kinds.${entry.kind}`)
  const outcome = entry.outcome ? ` (${i18n.t(`records.outcomes.${entry.outcome}`)})` : ''
  const said = `${dayAndTime(entry.happened_at, tenant.timeZone)} ${what}${outcome}: ${entry.details}`
  if (!entry.next_action) return said
  const next = i18n.t('contacts.export.next', {
    action: entry.next_action,
    day: entry.next_action_on ?? '',
  })
  return `${said} ${next}`
}

export function saidStep(step: StatusLine, { i18n, tenant }: ExportReader): string {
  const status = i18n.t(`contacts.export.statuses.${step.to_status}`)
  const by = step.actor_name ? ` ${step.actor_name}` : ''
  return `${dayAndTime(step.created_at, tenant.timeZone)}${by}: ${status}`
}
