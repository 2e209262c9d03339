import type { HttpContext } from '@adonisjs/core/http'
import type TimelineEntry from './models/timeline_entry.ts'
import type { FieldChange } from './models/timeline_entry.ts'

/** What a change changed, a line for each field. */
export function changesText(ctx: HttpContext, { facts }: TimelineEntry): string {
  return saidChanges(ctx, facts.changes ?? [])
}

/** Changes of fields in words, a line for each. */
export function saidChanges({ i18n }: HttpContext, changes: FieldChange[]): string {
  const said = (text: string | null, words?: string) =>
    words && text ? listed(text, (key) => i18n.t(`${words}.${key}`, {}, key)) : text
  return changes
    .map((change) =>
      i18n.t(`records.timeline.${manner(change)}`, {
        field: i18n.t(change.field, {}, change.field),
        from: said(change.from, change.words) ?? '',
        to: said(change.to, change.words) ?? '',
      })
    )
    .join('\n')
}

function manner({ from, to }: FieldChange): 'set' | 'cleared' | 'changed' {
  if (from === null) return 'set'
  return to === null ? 'cleared' : 'changed'
}

function listed(text: string, say: (key: string) => string): string {
  return text.split(', ').map(say).join(', ')
}
