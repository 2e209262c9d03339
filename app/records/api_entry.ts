import type { I18n } from '@adonisjs/i18n'
import type { JsonSchema } from '#kernel/modules/api_description'
import { outcomes, writtenKinds } from './kinds.ts'
import type TimelineEntry from './models/timeline_entry.ts'

/** One entry of a timeline, as programs read it. */
export function apiEntry(entry: TimelineEntry, i18n: I18n) {
  return {
    id: entry.id,
    kind: entry.kind,
    happened_at: entry.happenedAt.toUTC().toISO(),
    details: entry.details,
    outcome: entry.outcome,
    next_action: entry.nextAction,
    next_action_on: entry.nextActionOn,
    next_action_done_at: entry.nextActionDoneAt?.toUTC().toISO() ?? null,
    changes: (entry.facts.changes ?? []).map(({ field, from, to }) => ({
      field: i18n.t(field, {}, field),
      from,
      to,
    })),
    author_id: entry.authorId,
    author_name: entry.authorName,
    created_at: entry.createdAt.toUTC().toISO(),
  }
}

const textOrNull = { type: ['string', 'null'] }
const instant = { type: 'string', format: 'date-time' }

const properties = {
  id: { type: 'string', format: 'uuid' },
  kind: { enum: [...writtenKinds, 'change'] },
  happened_at: instant,
  details: { type: 'string' },
  outcome: { enum: [...outcomes, null] },
  next_action: textOrNull,
  next_action_on: { type: ['string', 'null'], format: 'date' },
  next_action_done_at: { type: ['string', 'null'], format: 'date-time' },
  changes: {
    type: 'array',
    items: {
      type: 'object',
      required: ['field', 'from', 'to'],
      properties: { field: { type: 'string' }, from: textOrNull, to: textOrNull },
    },
  },
  author_id: { type: ['string', 'null'], format: 'uuid' },
  author_name: textOrNull,
  created_at: instant,
}

export const entrySchema: JsonSchema = {
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
}
