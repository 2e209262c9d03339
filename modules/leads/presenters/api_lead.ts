import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import type { JsonSchema } from '#kernel/modules/api_description'
import { seenBy } from '../details/seeing.ts'
import { checks, intents, leadStatuses } from '../lead_words.ts'
import type Lead from '../models/lead.ts'

/** The lead, as the program that asks may see it. */
export async function apiLeadFor({ staff }: HttpContext, lead: Lead) {
  return apiLead(await seenBy(staff.actor, lead))
}

/** A lead, as programs read it. */
export function apiLead(lead: Lead) {
  return {
    id: lead.id,
    version: lead.version,
    name: lead.name,
    phone: lead.phone,
    email: lead.email,
    contact_id: lead.contactId,
    listing_id: lead.listingId,
    ...wantedBy(lead),
    ...standingOf(lead),
    source: lead.source,
    source_detail: detailOf(lead),
    provenance: lead.provenance,
    tags: lead.tagNames,
    custom: lead.custom,
    ...momentsOf(lead),
  }
}

/** What forms and advertisements told along, in the words of programs. */
function detailOf({ sourceDetail: { firstPage, ...detail } }: Lead) {
  return firstPage ? { ...detail, first_page: firstPage } : detail
}

function wantedBy(lead: Lead) {
  return {
    intent: lead.intent,
    message: lead.message,
    budget_min_minor: lead.budgetMinMinor,
    budget_max_minor: lead.budgetMaxMinor,
    asking_price_minor: lead.askingPriceMinor,
    currency: lead.currency,
    localities: lead.localities,
    address: lead.address,
    motivation: lead.motivation,
  }
}

function standingOf(lead: Lead) {
  return {
    status: lead.status,
    stage_id: lead.stageId,
    lost_reason: lead.lostReason,
    owner_id: lead.ownerId,
    keeper_id: lead.keeperId,
    team_id: lead.teamId,
    priority: lead.priority,
    priority_score: lead.priorityScore,
    priority_override: lead.priorityOverride,
    priority_factors: lead.priorityFactors,
    quality_stars: lead.qualityStars,
    checklist: lead.checklist,
  }
}

function momentsOf(lead: Lead) {
  return {
    assigned_at: said(lead.assignedAt),
    first_responded_at: said(lead.firstRespondedAt),
    last_touched_at: said(lead.lastTouchedAt),
    next_action_on: lead.nextActionOn,
    converted_at: said(lead.convertedAt),
    created_at: said(lead.createdAt),
    updated_at: said(lead.updatedAt),
  }
}

function said(moment: DateTime | null): string | null {
  return moment?.toUTC().toISO() ?? null
}

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const uuidOrNull = { type: ['string', 'null'], format: 'uuid' }
const amount = { type: ['integer', 'null'], minimum: 0 }
const instant = { type: 'string', format: 'date-time' }
const instantOrNull = { type: ['string', 'null'], format: 'date-time' }
const score = { type: 'integer', minimum: 1, maximum: 99 }
const texts = { type: 'array', items: text }

const wanted = {
  intent: { enum: [...intents, null] },
  message: textOrNull,
  budget_min_minor: amount,
  budget_max_minor: amount,
  asking_price_minor: amount,
  currency: { type: 'string', minLength: 3, maxLength: 3 },
  localities: texts,
  address: { type: 'object', additionalProperties: textOrNull },
  motivation: { type: ['integer', 'null'], minimum: 1, maximum: 5 },
}

const standing = {
  status: { enum: leadStatuses },
  stage_id: uuidOrNull,
  lost_reason: textOrNull,
  owner_id: uuidOrNull,
  keeper_id: uuidOrNull,
  team_id: uuidOrNull,
  priority: score,
  priority_score: score,
  priority_override: { ...score, type: ['integer', 'null'] },
  priority_factors: {
    type: 'array',
    items: {
      type: 'object',
      required: ['factor', 'points', 'reason', 'facts'],
      properties: { factor: text, points: { type: 'number' }, reason: text, facts: {} },
    },
  },
  quality_stars: { type: 'integer', minimum: 1, maximum: 5 },
  checklist: {
    type: 'object',
    propertyNames: { enum: checks },
    additionalProperties: {
      type: 'object',
      required: ['at', 'by', 'name'],
      properties: { at: instant, by: uuidOrNull, name: text },
    },
  },
}

const properties = {
  id: { type: 'string', format: 'uuid' },
  version: { type: 'integer', minimum: 1 },
  name: text,
  phone: textOrNull,
  email: textOrNull,
  contact_id: uuidOrNull,
  listing_id: uuidOrNull,
  ...wanted,
  ...standing,
  source: text,
  source_detail: { type: 'object' },
  provenance: { type: 'object' },
  tags: texts,
  custom: { type: 'object' },
  assigned_at: instantOrNull,
  first_responded_at: instantOrNull,
  last_touched_at: instantOrNull,
  next_action_on: { type: ['string', 'null'], format: 'date' },
  converted_at: instantOrNull,
  created_at: instant,
  updated_at: instant,
}

export const leadSchema: JsonSchema = {
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
}
