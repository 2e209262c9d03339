import vine from '@vinejs/vine'
import { prose } from '#app/records'
import { linkSides } from '../link_words.ts'

export const linkValidator = vine.create({
  otherId: vine.string().uuid(),
  side: vine.enum(linkSides),
})

export const scoreValidator = vine.create({
  score: vine.number().withoutDecimals().range([0, 10]),
  comment: prose(1_000).optional(),
})
