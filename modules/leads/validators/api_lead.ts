import vine from '@vinejs/vine'
import { paging } from '#kernel/api/paging'
import { propertyTypes } from '#modules/listings'
import { type CustomField, customRules, instant, line } from '#app/records'
import { bandNames, intents, leadStatuses, lostReasons } from '../lead_words.ts'
import { wants, who } from './lead.ts'

const words = () => vine.string().trim().maxLength(200).optional()
const member = () =>
  vine
    .string()
    .regex(/^(me|none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
    .optional()
const moment = () => vine.string().use(instant()).optional()
const score = () => vine.number().withoutDecimals().range([1, 99]).optional()
const orders = [
  'created',
  'updated',
  'name',
  'priority',
  'value',
  'touched',
  'next',
  'owner',
] as const
const sorts = orders.flatMap((order) => [order, `-${order}`] as const)

/** What programs may ask of the list: the same filters as the page has, said strictly. */
export const leadQuestion = vine.create({
  ...paging(),
  sort: vine.enum(sorts).optional(),
  status: vine.enum([...leadStatuses, 'open', 'deleted'] as const).optional(),
  q: words(),
  stage: vine.string().uuid().optional(),
  source: words(),
  intent: vine.enum(intents).optional(),
  tag: words(),
  city: words(),
  /** A member's id, `me` or `none`; `owner` is its other name. */
  assignee: member(),
  owner: member(),
  team: vine.string().uuid().optional(),
  contact: vine.string().uuid().optional(),
  band: vine.enum(bandNames).optional(),
  scoreMin: score(),
  scoreMax: score(),
  answered: vine.enum(['yes', 'no'] as const).optional(),
  age: vine.enum(['day', 'week', 'month', 'older'] as const).optional(),
  next: vine.enum(['overdue', 'today', 'due', 'week', 'none'] as const).optional(),
  from: vine.string().day().optional(),
  to: vine.string().day().optional(),
  createdSince: moment(),
  updatedSince: moment(),
})

const amount = () => vine.number().withoutDecimals().range([0, Number.MAX_SAFE_INTEGER]).optional()

/** What programs write of a lead: amounts in minor units of its currency. */
function leadShape(fields: CustomField[]) {
  return {
    ...who,
    ...wants,
    budgetMinMinor: amount(),
    budgetMaxMinor: amount(),
    askingPriceMinor: amount(),
    tags: vine.array(line(400).nullable()).maxLength(50).optional(),
    ownerId: vine.string().uuid().optional(),
    keeperId: vine.string().uuid().optional(),
    custom: fields.some(({ required }) => required)
      ? customRules(fields)
      : customRules(fields).optional(),
  }
}

export function leadChangeValidator(fields: CustomField[]) {
  return vine.create(leadShape(fields))
}

const said = (most: number) => vine.string().trim().maxLength(most).optional()
const utm = {
  source: said(300),
  medium: said(300),
  campaign: said(300),
  term: said(300),
  content: said(300),
}

/** A new one also says who it is and where it came from. */
export function newLeadValidator(fields: CustomField[]) {
  return vine.create({
    ...leadShape(fields),
    contactId: vine.string().uuid().optional(),
    sourceDetail: vine
      .object({ utm: vine.object(utm).optional(), firstPage: said(2_000), referrer: said(2_000) })
      .optional(),
  })
}

/** One step of the status; the version travels in If-Match. */
export const apiStatusValidator = vine.create({
  status: vine.enum(leadStatuses),
  lostReason: vine.enum(lostReasons).optional().requiredWhen('status', '=', 'lost'),
  reason: line(500).optional().requiredWhen('lostReason', '=', 'other'),
})

/** Null is nobody. Nothing said is no order: whoever misspells it does not take the lead from its agent. */
export const apiAssignmentValidator = vine.create({ ownerId: vine.string().uuid().nullable() })

/** Null trusts the reckoned one again. */
export const apiPriorityValidator = vine.create({
  priority: vine.number().withoutDecimals().range([1, 99]).nullable(),
})

export const apiConversionValidator = vine.create({
  contactId: vine.string().uuid().optional(),
  /** What it looks for becomes a requirement of the contact. */
  keepRequirement: vine.boolean().optional(),
})

/** What kind of property it is, and how the draft is called; in the agency's words where that is left out. */
export const apiListingValidator = vine.create({
  type: vine.enum(propertyTypes),
  title: line(160).optional(),
  contactId: vine.string().uuid().optional(),
})

/** A listing of the agency, or a unit in words. */
export const apiInterestValidator = vine.create({
  listingId: vine.string().uuid().optional(),
  unit: line(200).optional().requiredIfMissing('listingId'),
  note: line(500).optional(),
})

export const statisticsQuestion = vine.create({
  /** How many days back; 90 where nothing is said. */
  days: vine.number().withoutDecimals().range([1, 730]).optional(),
})
