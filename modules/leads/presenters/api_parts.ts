import type { JsonSchema } from '#kernel/modules/api_description'
import { leadStatuses } from '../lead_words.ts'
import type LeadInterest from '../models/lead_interest.ts'
import type PipelineStage from '../models/pipeline_stage.ts'

/** What hangs on leads and how they are ordered, as programs read it. */
export function apiInterest(interest: LeadInterest) {
  return {
    id: interest.id,
    listing_id: interest.listingId,
    unit: interest.unit,
    note: interest.note,
    created_by: interest.createdBy,
    created_at: interest.createdAt.toUTC().toISO(),
  }
}

export function apiStage({ id, label, position, mapsTo }: PipelineStage) {
  return { id, label, position, status: mapsTo }
}

const textOrNull = { type: ['string', 'null'] }
const uuid = { type: 'string', format: 'uuid' }
const uuidOrNull = { type: ['string', 'null'], format: 'uuid' }

function closed(properties: Record<string, JsonSchema>): JsonSchema {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties,
    additionalProperties: false,
  }
}

export const interestSchema = closed({
  id: uuid,
  listing_id: uuidOrNull,
  unit: textOrNull,
  note: textOrNull,
  created_by: uuidOrNull,
  created_at: { type: 'string', format: 'date-time' },
})

export const stageSchema = closed({
  id: uuid,
  label: { type: 'string' },
  position: { type: 'integer' },
  status: { enum: leadStatuses },
})
