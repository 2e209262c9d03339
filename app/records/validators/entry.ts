import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { isDay } from '#kernel/markets/time'
import { outcomes, writtenKinds } from '../kinds.ts'
import { line, prose } from './words.ts'

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/

const onRealDay = vine.createRule((value, _options, field) => {
  if (!isDay(String(value).slice(0, 10))) field.report('Not a day', 'day', field)
})

export const what = {
  /** What the clock of the agency showed; now, where nothing was typed. */
  happenedAt: vine.string().regex(LOCAL_TIME).use(onRealDay()).optional(),
  details: prose(10_000).optional().requiredWhen('kind', '=', 'note'),
  outcome: vine.enum(outcomes).optional(),
  nextAction: line(200).optional().requiredIfExists('nextActionOn'),
  nextActionOn: vine.string().day().optional().requiredIfExists('nextAction'),
}

const daysAhead = vine.number().withoutDecimals().range([1, 365])

export const entryValidator = vine.create({
  kind: vine.enum(writtenKinds),
  ...what,
  nextActionOn: vine.string().day().optional().requiredWhen(isDayless),
  /** In how many days the next action is due, where no day was named. */
  days: daysAhead.optional(),
})

/** Something is to be done, and nobody said when. */
function isDayless({ parent }: FieldContext): boolean {
  return Boolean(parent.nextAction) && !parent.days
}

export const correctionValidator = vine.create({
  kind: vine.enum(writtenKinds),
  ...what,
  version: vine.number().positive().withoutDecimals(),
})

export const postponementValidator = vine.create({
  days: daysAhead.optional(),
  on: vine.string().day().optional().requiredIfMissing('days'),
})

export const tapValidator = vine.create({
  kind: vine.enum(['call', 'whatsapp', 'email'] as const),
  to: line(254),
})

export const tagsValidator = vine.create({
  tags: vine.array(line(400).nullable()).maxLength(50).optional(),
})
