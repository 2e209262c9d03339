import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { type DraftChanges, choicesFrom } from '#app/imports'
import { colleagues } from '#app/members'
import { customFieldsOf } from '#app/records'
import { LEAD_FIELDS } from '../importing/lead_fields.ts'
import Lead from '../models/lead.ts'
import { assignable } from '../queries/assignable.ts'
import { importDraftValidator } from '../validators/import.ts'
import type { ImportFacts } from './import_options.ts'

/** What was sent for an import, as its draft keeps it; null where the colleague is out of reach. */
export async function draftFrom(ctx: HttpContext, work: BulkWork): Promise<DraftChanges | null> {
  const sent = await ctx.request.validateUsing(importDraftValidator)
  const { columns, ownerId = null, source } = sent
  if (!(await mayGiveTo(ctx, ownerId))) return null
  const facts = work.facts as unknown as ImportFacts
  const own = (await customFieldsOf(Lead.subjectType)).map(({ key }) => `custom:${key}` as const)
  const made = ctx.staff.actor.can('agency.manage') ? (['new'] as const) : []
  return {
    mapping: choicesFrom(facts.columns, columns ?? {}, [...LEAD_FIELDS, ...own, ...made]),
    options: { ownerId, source },
  }
}

async function mayGiveTo({ staff: { actor } }: HttpContext, ownerId: string | null) {
  if (ownerId === null || ownerId === actor.id) return true
  return assignable(actor, await colleagues()).some(({ id }) => id === ownerId)
}
