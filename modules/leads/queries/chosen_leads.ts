import type { BulkChoice } from '#app/bulk_acts'
import { askedBy } from '#kernel/lists/asked_by'
import type { Actor } from '#kernel/tenancy/actor'
import { leadsAsked, listRequest } from './lead_list.ts'

/** The leads that a bulk act is about, as far as `permission` reaches and no further. */
export function chosenLeads(actor: Actor, choice: BulkChoice, permission: string) {
  const { filters, deleted } = listRequest(askedBy(choice.query ?? ''), actor)
  if (choice.all) return leadsAsked(actor, { deleted, filters }, permission)
  return leadsAsked(actor, { deleted, filters: { custom: {} } }, permission).whereIn(
    'leads.id',
    choice.ids ?? []
  )
}
