import vine from '@vinejs/vine'
import { line } from '#app/records'
import { leadStatuses } from '../lead_words.ts'

const version = vine.number().positive().withoutDecimals()
const stageStatuses = leadStatuses.filter((status) => status !== 'lost')

export const stageValidator = vine.create({
  label: line(60),
  mapsTo: vine.enum(stageStatuses),
  version: version.clone().optional(),
})

/** Where the leads of a stage go that vanishes. */
export const stageRemovalValidator = vine.create({ to: vine.string().uuid().optional() })
