import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { paging } from '#kernel/api/paging'
import { isDay } from '#kernel/markets/time'
import { writtenKinds } from '../kinds.ts'
import { what } from './entry.ts'
import { line } from './words.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/

/** A moment as programs write it, with its offset. */
export const instant = vine.createRule(
  (value, _options, field) => {
    const moment = DateTime.fromISO(String(value)).toUTC()
    const isReal = INSTANT.test(String(value)) && isDay(moment.toISODate() ?? '')
    if (!isReal) field.report('Write the moment with its offset', 'instant', field)
  },
  { toJSONSchema: (schema) => void (schema.format = 'date-time') }
)

/** Programs know the moment itself, not what the agency's clock showed. */
export const apiEntryValidator = vine.create({
  kind: vine.enum(writtenKinds),
  ...what,
  happenedAt: vine.string().use(instant()).optional(),
})

export const timelineQuestion = vine.create({
  ...paging(),
  /** One kind of entry, or `open`: those whose next action waits. */
  only: vine.enum([...writtenKinds, 'change', 'open'] as const).optional(),
})

export const addedTagsValidator = vine.create({
  tags: vine.array(line(400)).minLength(1).maxLength(50),
})
