import vine from '@vinejs/vine'
import { line } from '#app/records'
import { intents } from '../lead_words.ts'
import { targetKinds } from '../routing/targets.ts'

const people = () => vine.array(vine.string().uuid()).maxLength(200).optional()
const words = () => vine.array(line(400).nullable()).maxLength(50).optional()
const minutes = () => vine.number().withoutDecimals().range([5, 1440]).optional()
const version = vine.number().positive().withoutDecimals()

export const ruleValidator = vine.create({
  name: line(80),
  sources: words(),
  places: words(),
  priceFrom: vine.money().optional(),
  priceTo: vine.money().optional(),
  intents: vine.array(vine.enum(intents)).maxLength(4).optional(),
  languages: vine
    .array(vine.string().regex(/^[a-z]{2}$/))
    .maxLength(20)
    .optional(),
  agents: people(),
  target: vine.enum(targetKinds),
  memberId: vine.string().uuid().optional(),
  teamId: vine.string().uuid().optional(),
  memberIds: people(),
  minutes: minutes(),
  hidden: vine.boolean().optional(),
  fallbackIds: people(),
  fallbackMinutes: minutes(),
  version: version.clone().optional(),
  /** The rule that is tried, where it is a known one. */
  ruleId: vine.string().uuid().optional(),
})

export const placeValidator = vine.create({
  to: vine.number().withoutDecimals().range([1, 9999]),
  version,
})

export const lastRuleValidator = vine.create({
  lastRule: vine.enum(['agents', 'principal'] as const),
})
