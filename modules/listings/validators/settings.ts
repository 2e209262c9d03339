import vine from '@vinejs/vine'
import { line } from '#app/records'

export const rulesValidator = vine.create({
  freshDays: vine.number().withoutDecimals().range([1, 365]),
})

export const categoryValidator = vine.create({
  name: line(60),
  position: vine.number().withoutDecimals().range([0, 999]).optional(),
  version: vine.number().positive().withoutDecimals().optional(),
})
