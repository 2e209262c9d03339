import type { HttpContext } from '@adonisjs/core/http'
import { type CustomField, customFieldsOf, knownTags, typedValue } from '#app/records'
import { majorUnits } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { placeNames } from '#kernel/places/known_places'
import { writtenPhone } from '#kernel/markets/written_phones'
import { isUuid } from '#kernel/tenancy/names'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { contactInReachOf } from '../actions/link_contact.ts'
import { intents, leadSources } from '../lead_words.ts'
import Lead from '../models/lead.ts'
import { listingInReachOf } from '../queries/listings_in_reach.ts'
import { assignees } from './assignees.ts'

/** The form for a new lead, or for changing this one. */
export async function leadForm(ctx: HttpContext, lead: Lead | null) {
  const { market, currency } = ctx.tenant as TenantSnapshot
  const fields = await askedFields()
  const url = lead ? `/app/leads/${lead.id}` : '/app/leads'
  return {
    lead,
    action: url,
    method: lead ? 'put' : 'post',
    back: url,
    market: marketPack(market),
    currency: lead?.currency ?? currency,
    intents,
    sources: leadSources,
    places: await placeNames(),
    values: lead ? valuesOf(ctx, lead) : await valuesToBegin(ctx),
    tags: { chosen: lead?.tagNames ?? [], known: await knownTags() },
    fields: fields.map((field) => ({ field, value: typedValue(field, lead?.custom[field.key]) })),
    ...(await ownersFor(ctx, lead)),
  }
}

/** The fields that the agency asks for, for the validator. */
export function askedFields(): Promise<CustomField[]> {
  return customFieldsOf(Lead.subjectType)
}

/** What stands in the form for a lead, as people would type it. */
function valuesOf({ tenant }: HttpContext, lead: Lead) {
  const amount = (minor: number | null) => (minor === null ? '' : majorUnits(minor, lead.currency))
  return {
    name: lead.name,
    phone: lead.phone && writtenPhone(lead.phone, marketPack(tenant!.market).region),
    email: lead.email,
    address: lead.address,
    budgetMin: amount(lead.budgetMinMinor),
    budgetMax: amount(lead.budgetMaxMinor),
    askingPrice: amount(lead.askingPriceMinor),
  }
}

/** A new lead begins with the contact and the listing that the address names. */
async function valuesToBegin(ctx: HttpContext) {
  const { listing: id } = ctx.request.qs()
  const listing = isUuid(id) ? await listingInReachOf(id) : null
  return { listing, ...(await valuesOfContact(ctx)) }
}

/** A lead of somebody who is known begins with what is known. */
async function valuesOfContact({ request, tenant }: HttpContext) {
  const { contact: id } = request.qs()
  const contact = isUuid(id) ? await contactInReachOf(id) : null
  if (!contact) return {}
  const { name, primaryPhone: phone, primaryEmail: email } = contact
  const { region } = marketPack(tenant!.market)
  return { contact: { id, name }, name, phone: phone && writtenPhone(phone, region), email }
}

/** Whom the lead may be given to; nothing to choose for those who may not assign. */
async function ownersFor(ctx: HttpContext, lead: Lead | null) {
  const { actor } = ctx.staff
  return {
    owners: await assignees(ctx),
    ownerId: lead ? lead.ownerId : actor.id,
    keeperId: lead ? lead.keeperId : null,
    mayLeaveOpen: actor.reachOf('leads.assign') === 'all',
  }
}
