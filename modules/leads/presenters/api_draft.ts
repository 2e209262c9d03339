import { type CustomField, typedValue } from '#app/records'
import { Forbidden } from '#kernel/http/errors'
import type { Actor } from '#kernel/tenancy/actor'
import type { LeadDraft } from '../lead_draft.ts'
import type Lead from '../models/lead.ts'

type Body = Record<string, unknown>

interface Caring {
  ownerId?: string | null
  keeperId?: string | null
}

interface Amounts {
  budgetMinMinor?: number | null
  budgetMaxMinor?: number | null
  askingPriceMinor?: number | null
}

/** What a program says of a lead, as every other door says it. */
export function draftFrom<T extends Amounts>({
  budgetMinMinor: budgetMin,
  budgetMaxMinor: budgetMax,
  askingPriceMinor: askingPrice,
  ...said
}: T) {
  return { ...said, budgetMin, budgetMax, askingPrice } satisfies Partial<LeadDraft>
}

/** Who says nothing of an owner leaves it to the rules where they may, and keeps the lead elsewhere. */
export function withOwner(sent: Body, actor: Actor): Body {
  const openToAll = actor.reachOf('leads.assign') === 'all'
  return openToAll ? sent : { owner_id: actor.id, ...sent }
}

/** Only who may assign gives leads to others; on a page they are not even asked. */
export function mindAssigning(
  actor: Actor,
  { ownerId: owner, keeperId: keeper }: Caring,
  now: Caring
): void {
  if (actor.can('leads.assign')) return
  const isSame = (said?: string | null, is?: string | null) => !said || said === is
  if (!isSame(owner, now.ownerId) || !isSame(keeper, now.keeperId))
    throw new Forbidden('leads.assign')
}

/** A part of a lead, filled up with what is: objects by their parts, lists as a whole. */
export function withWhatIs(
  lead: Lead,
  { sent, fields }: { sent: Body; fields: CustomField[] }
): Body {
  const known = factsOf(lead)
  const address = partly(lead.address as Body, sent.address)
  const custom = partly(customOf(lead, fields), sent.custom)
  return { ...known, ...sent, address, custom }
}

function factsOf(lead: Lead): Body {
  return {
    name: lead.name,
    phone: lead.phone,
    email: lead.email,
    source: lead.source,
    intent: lead.intent,
    message: lead.message,
    budget_min_minor: lead.budgetMinMinor,
    budget_max_minor: lead.budgetMaxMinor,
    asking_price_minor: lead.askingPriceMinor,
    localities: lead.localities,
    motivation: lead.motivation,
    tags: lead.tagNames,
    owner_id: lead.ownerId,
    keeper_id: lead.keeperId,
  }
}

/** As the validator takes them: yes and no are words there. */
function customOf({ custom }: Lead, fields: CustomField[]): Body {
  const known = fields.filter(({ key }) => custom[key] !== undefined)
  return Object.fromEntries(known.map((field) => [field.key, typedValue(field, custom[field.key])]))
}

function partly(known: Body, sent: unknown): unknown {
  if (sent === undefined) return known
  return isBody(sent) ? { ...known, ...sent } : sent
}

function isBody(value: unknown): value is Body {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
