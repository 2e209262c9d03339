import vine from '@vinejs/vine'
import { line } from '#app/records'

const named = { name: line(60), shared: vine.boolean().optional() }

export const newViewValidator = vine.create({
  ...named,
  list: line(40),
  query: line(2_000).optional(),
})

export const viewValidator = vine.create({
  ...named,
  version: vine.number().positive().withoutDecimals(),
})

export const placeValidator = vine.create({ to: vine.enum(['earlier', 'later'] as const) })
