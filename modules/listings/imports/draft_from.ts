import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { type DraftChanges, choicesFrom } from '#app/imports'
import { colleagues } from '#app/members'
import { LISTING_FIELDS } from '../importing/listing_fields.ts'
import { assignable } from '../queries/colleagues.ts'
import { importDraftValidator } from '../validators/import.ts'
import type { ImportFacts } from './import_options.ts'

/** What was sent for an import, as its draft keeps it; null where the agent is out of reach. */
export async function draftFrom(ctx: HttpContext, work: BulkWork): Promise<DraftChanges | null> {
  const sent = await ctx.request.validateUsing(importDraftValidator)
  const { columns, ownerId = null, existing, type, dealType } = sent
  if (!(await mayGiveTo(ctx, ownerId))) return null
  const facts = work.facts as unknown as ImportFacts
  return {
    mapping: choicesFrom(facts.columns, columns ?? {}, LISTING_FIELDS),
    options: { ownerId, existing, type, dealType },
  }
}

async function mayGiveTo({ staff: { actor } }: HttpContext, ownerId: string | null) {
  if (ownerId === null) return actor.reachOf('listings.assign') === 'all'
  if (ownerId === actor.id) return true
  return assignable(actor, await colleagues()).some(({ id }) => id === ownerId)
}
