import vine from '@vinejs/vine'
import { figure, line, prose } from '#app/records'
import { dealTypes, timings, wantedFeatures, wantedTypes } from '../requirement_words.ts'

const count = () => vine.number().withoutDecimals().range([0, 999]).optional()

export const requirementValidator = vine.create({
  dealType: vine.enum(dealTypes),
  budgetFrom: vine.money().optional(),
  budgetTo: vine.money().optional(),
  localities: vine.array(line(400).nullable()).maxLength(50).optional(),
  types: vine.array(vine.enum(wantedTypes)).optional(),
  bedsMin: count(),
  bathsMin: count(),
  sizeMin: figure().withoutDecimals().range([1, 1e9]).optional(),
  features: vine.array(vine.enum(wantedFeatures)).optional(),
  timing: vine.enum(timings).optional(),
  moveInOn: vine.string().day().optional(),
  household: line(200).optional(),
  dealBreakers: prose(1_000).optional(),
  version: vine.number().positive().withoutDecimals().optional(),
})
