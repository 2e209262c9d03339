import vine from '@vinejs/vine'
import { line } from '#app/records'
import { feedAuths, feedManners } from '../models/listing_feed.ts'

/** A feed as its form sends it; without a secret the one that is known stays. */
export const feedValidator = vine.create({
  name: line(80),
  serviceUrl: line(500),
  resource: line(60),
  filter: line(1000).optional(),
  auth: vine.enum(feedAuths),
  tokenUrl: line(500).optional(),
  clientId: line(200).optional(),
  secret: line(4000).optional(),
  applies: vine.enum(feedManners),
  isOn: vine.boolean().optional(),
  ownerId: vine.string().uuid().optional(),
  version: vine.number().positive().withoutDecimals().optional(),
})

/** Which of the changes that wait. */
export const choiceValidator = vine.create({
  ids: vine.array(vine.string().uuid()).maxLength(200).optional(),
  all: vine.boolean().optional(),
})

/** Who the agents are that a feed names, by the keys under which it does. */
export const feedAgentsValidator = vine.create({
  agents: vine
    .array(vine.object({ key: line(200), memberId: vine.string().uuid().optional() }))
    .maxLength(100)
    .optional(),
})
